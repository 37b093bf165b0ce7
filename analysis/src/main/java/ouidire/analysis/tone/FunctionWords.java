package ouidire.analysis.tone;

import java.util.Set;

/** Words that hold a sentence together and say nothing alone: never cited as a reason. */
final class FunctionWords {
  private static final Set<String> PLAIN =
      Set.of(
          ("a au aux avec ai as ait aie avait avais avaient avez avons ayant c' ca car ce ceci cela"
                  + " celle celles celui ces cet cette ceux chez ci comme d' dans de des donc dont du"
                  + " elle elles en entre es est et etait etaient etais ete etes etre eu eux fait fais"
                  + " font hier ici il ils j' je jusqu' jusque l' la le les leur leurs lors lorsque"
                  + " lui m' ma mais me mes moi mon n' ne ni nos notre nous on ont or ou par parce pas"
                  + " pendant pis pour pourquoi puis puisque qu' quand que quel quelle quels quelles"
                  + " quelque quelques qui quoi s' sa sera serait seront ses si soi soit sommes son sont"
                  + " sous suis sur t' ta te tes toi ton tous tout toute toutes tu un une va vais vas"
                  + " vers voici voila vont vos votre vous y chu jsuis moe toe j c d l m n s t qu the of"
                  + " aujourd'hui demain lundi mardi mercredi jeudi vendredi samedi dimanche apres avant"
                  + " depuis deja encore alors ainsi aussi autre autres meme memes fois an ans jour jours"
                  + " mois semaine semaines heure heures matin soir midi h rt via faire dit dire a-t")
              .split(" "));

  private FunctionWords() {}

  static boolean contains(String plain) {
    return PLAIN.contains(plain);
  }
}
