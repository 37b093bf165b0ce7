package ouidire.ingest.file;

import java.util.List;

/** What a column of a file of visits holds, and the headers that say so, folded. */
enum VisitColumn {
  DATE(
      "date",
      List.of(
          "date", "jour", "day", "journee", "periode", "dateiso", "datedelavisite", "visitdate")),
  PAGE(
      "page",
      List.of(
          "page",
          "url",
          "adresse",
          "lien",
          "pageurl",
          "urldelapage",
          "adressedelapage",
          "landingpage",
          "landingpagequerystring",
          "pagededestination",
          "pagedentree",
          "pagelocation",
          "pagepath",
          "pagepathandscreenclass",
          "pagepathquerystring",
          "chemindelapage",
          "cheminetclassedelecran",
          "emplacementdelapage",
          "entrypage",
          "label")),
  REFERRER(
      "referrer",
      List.of(
          "referrer",
          "referer",
          "referent",
          "sitereferent",
          "sitesreferents",
          "urlreferente",
          "urldureferent",
          "pagereferrer",
          "pageurlreferente",
          "source",
          "sourcedelasession",
          "sessionsource",
          "sessionsourcemedium",
          "sourcesupport",
          "sourcesupportdelasession",
          "sourceoftraffic",
          "provenance",
          "referringsite",
          "referringdomain",
          "domainereferent",
          "website")),
  VISITS(
      "visits",
      List.of(
          "visits",
          "visites",
          "sessions",
          "visit",
          "visite",
          "nbvisits",
          "nbvisites",
          "nombredevisites",
          "entrances",
          "entrees",
          "clics",
          "clicks",
          "visitors",
          "visiteurs",
          "uniquevisitors",
          "visiteursuniques",
          "users",
          "utilisateurs",
          "views",
          "vues",
          "pageviews",
          "pagesvues"));

  private final String word;
  private final List<String> headers;

  VisitColumn(String word, List<String> headers) {
    this.word = word;
    this.headers = headers;
  }

  /** As people are told it. */
  String word() {
    return word;
  }

  /** Best first: a file may have visits and page views. */
  List<String> headers() {
    return headers;
  }
}
