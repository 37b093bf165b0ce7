package ouidire.ingest.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a column of a file can hold, and the headers by which people's exports call it: social
 * networks' own, Brandwatch's, Talkwalker's, Meltwater's, Visibrain's, Mention's, and what people
 * write by hand in French or English. Headers are compared without case, accents and anything but
 * letters, digits and points within words; of several that fit, the one named first here is taken.
 * For JSON Lines a header is the path of keys, joined by points.
 */
public enum MentionColumn {
  /** The platform's own id of the item. */
  ID(
      "tweet_id status_id post_id id_str mention_id message_id document_id doc_id guid uri id"
          + " identifiant external_id resource_id comment_id video_id article_id id_tweet"
          + " id_publication id_post id_message id_du_tweet id_mention"),
  /** The item's own address. */
  URL(
      "url permalink permalink_url link lien mention_url post_url tweet_url article_url status_url"
          + " web_url adresse original_url lien_du_message lien_vers_le_message url_du_message"
          + " url_du_tweet post_link tweet_link post_permalink lien_de_la_publication expanded_url"),
  /** What was said. */
  TEXT(
      "full_text text texte content contenu message body corps tweet_text post_text status_text"
          + " tweet post comment commentaire caption legende hit_sentence snippet extrait"
          + " opening_text content_snippet extended_tweet.full_text summary resume description"
          + " mention avis review verbatim publication note_text message_text contenu_du_message"
          + " texte_du_tweet texte_du_message contenu_du_post selftext"),
  /** A title apart from the text. */
  TITLE("title titre headline subject sujet objet post_title title_snippet thread_title"),
  /** When it was said: a date, or date and time. */
  DATE(
      "created_at published_at publishedat date_time datetime published publication_date"
          + " date_published pub_date date_de_publication date_publication date timestamp"
          + " created_time created_utc created publie_le publiee_le posted_at posted post_date"
          + " tweet_date date_utc date_heure date_et_heure date_du_message date_du_tweet"
          + " horodatage horodate jour local_date utc_date publish_date taken_at indexed_at"),
  /** The time of day, where the date stands alone. */
  TIME("time heure hour heure_de_publication published_time post_time heure_utc utc_time"),
  /** Who said it: display name, or account name when it begins with @. */
  AUTHOR(
      "author auteur author_name full_name display_name name nom nom_de_l_auteur nom_auteur"
          + " user_name_display influencer user_displayname extra_author_attributes.name author.name user.name author.display_name user.displayname account.display_name"
          + " author_display_name user_full_name nom_affiche pseudo_affiche utilisateur"),
  /** Account name. */
  HANDLE(
      "username screen_name user.screen_name author_username author.username user.username handle author_handle"
          + " account compte twitter_screen_name user login pseudo nom_d_utilisateur"
          + " nom_utilisateur compte_twitter author_screen_name x_handle user_handle"
          + " extra_author_attributes.short_name account.acct account.username author.handle author.screen_name author_account"),
  /** The author's followers. */
  FOLLOWERS(
      "followers followers_count abonnes author_followers user_followers_count twitter_followers"
          + " nombre_d_abonnes nb_abonnes followers_number author_followers_count"
          + " user.public_metrics.followers_count author.public_metrics.followers_count user.followers_count author.followers_count author.followers account.followers_count"
          + " nombre_abonnes follower_count x_followers subscribers"),
  /** When the author's account was opened. */
  ACCOUNT_CREATED(
      "author_created_at account_created_at user_created_at account_created user.created_at"
          + " author.created_at author.createdat account.created_at date_de_creation_du_compte creation_du_compte"
          + " compte_cree_le date_creation_compte user_creation_date"),
  /** Reactions of approval. */
  LIKES(
      "likes like_count likes_count favorites favorite_count favourites favourites_count j_aime"
          + " jaime jaimes nb_likes nombre_de_j_aime nb_j_aime reactions"
          + " public_metrics.like_count mentions_j_aime engagement.likes upvotes twitter_likes"
          + " facebook_likes favoris x_likes"),
  /** Answers. */
  COMMENTS(
      "comments comment_count comments_count commentaires replies reply_count replies_count"
          + " reponses nb_commentaires nombre_de_commentaires nb_reponses"
          + " public_metrics.reply_count engagement.comments num_comments twitter_replies facebook_comments x_replies"),
  /** Relays. */
  SHARES(
      "shares share_count shares_count partages retweets retweet_count retweets_count reposts"
          + " repost_count reblogs_count nb_partages nombre_de_partages nb_retweets"
          + " public_metrics.retweet_count engagement.shares twitter_retweets facebook_shares x_reposts"),
  /** Language, by code or name. */
  LANGUAGE("language langue lang language_code code_langue"),
  /** Country or region. */
  REGION("region country_code pays country code_pays location_country extra_source_country"),
  /** The platform or site it was said on. */
  SOURCE(
      "source_name source.name source plateforme platform site domain domaine media support content_source"
          + " content_source_name source_domain reseau network reseau_social channel canal"
          + " page_type host domain_url"),
  /** Post, comment, repost, article or video. */
  TYPE(
      "type post_type content_type type_de_contenu type_de_publication mention_type thread_type"
          + " type_de_message engagement_type"),
  /** Its hashtags. */
  HASHTAGS(
      "hashtags hashtag entities.hashtags.text entities.hashtags.tag tags.name mots_diese mots_clics"),
  /** Addresses it points at. */
  LINKS("links liens urls entities.urls.expanded_url expanded_urls outlinks outgoing_links"),
  /** What it answers or relays: id or address. */
  PARENT(
      "in_reply_to_status_id_str in_reply_to_status_id in_reply_to_id in_reply_to reply_to"
          + " parent_id parent parent_url reponse_a en_reponse_a retweeted_status_id"
          + " retweeted_status_id_str reply_to_status_id"),
  /** What its thread began with: id or address. */
  THREAD("thread_id thread conversation_id conversation fil thread_url discussion_id");

  private final List<String> headers;

  MentionColumn(String headers) {
    this.headers = List.of(headers.replace("_", "").split(" "));
  }

  /** The folded headers that mean this column, best first. */
  List<String> headers() {
    return headers;
  }

  /** Whether a folded header means any column. */
  static boolean known(String foldedHeader) {
    for (MentionColumn column : values()) {
      if (column.headers.contains(foldedHeader)) {
        return true;
      }
    }
    return false;
  }

  /** The word people name this column by, as in {@code --map text=COLUMN}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column of that word. */
  public static Optional<MentionColumn> of(String word) {
    for (MentionColumn column : values()) {
      if (column.word().equalsIgnoreCase(word.strip())) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
