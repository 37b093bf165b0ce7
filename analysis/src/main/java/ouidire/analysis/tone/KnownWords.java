package ouidire.analysis.tone;

import java.util.HashSet;
import java.util.Set;

/** The words that a hashtag may be made of: small common words and the lexicon's. */
final class KnownWords {
  private static final String COMMON =
      "le la les un une des de du au aux et ou mais donc pas plus jamais rien tout tous toute toutes trop tres bien mal"
          + " mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cette ces je tu il elle on nous vous ils"
          + " elles est suis sont etes avec sans pour par sur sous dans chez en vers contre entre apres avant service client"
          + " clients clientele prix banque train trains metro bus tram avion vol voiture auto velo route ville pays france"
          + " quebec montreal paris internet reseau fibre mobile forfait panne retard greve colis livraison magasin resto"
          + " restaurant bouffe pizza cafe produit produits marque qualite app appli application site web jeu jeux film"
          + " serie musique concert festival sport match equipe ecole hopital sante assurance facture argent vie monde gens"
          + " jour jours semaine mois annee an ans nuit matin soir temps heure heures question info infos actu direct live"
          + " fail win merci bravo fun mode look photo video vue eau air terre climat ecologie energie energies renouvelables"
          + " solaire eolien nucleaire gaz transition developpement durable politique gouvernement president ministre loi"
          + " vote election coup gueule coeur top flop moment emploi job offre offres recrutement alerte";

  private static final class Holder {
    static final KnownWords WORDS = new KnownWords();
  }

  private final Set<String> words = new HashSet<>(Set.of());

  private KnownWords() {
    for (String word : COMMON.split(" ")) {
      words.add(word);
    }
    words.addAll(LexiconFile.plainWords());
  }

  static KnownWords get() {
    return Holder.WORDS;
  }

  boolean contains(String plain) {
    return words.contains(plain);
  }
}
