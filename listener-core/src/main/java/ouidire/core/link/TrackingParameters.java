package ouidire.core.link;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Parameters of a query that say where a click came from and never what is shown: those that the
 * tools of campaigns, advertising and mailing document as their own.
 */
final class TrackingParameters {
  /** Google Analytics, Matomo and Piwik, Piano (AT Internet), HubSpot. */
  private static final List<String> PREFIXES =
      List.of("utm_", "mtm_", "matomo_", "pk_", "piwik_", "at_custom", "__hs", "_hs", "hsa_");

  private static final Set<String> NAMES =
      Set.of(
          // Google Ads and Analytics
          "gclid",
          "gclsrc",
          "dclid",
          "gbraid",
          "wbraid",
          "gad_source",
          "gad_campaignid",
          "srsltid",
          "_ga",
          "_gl",
          // Meta, Microsoft, X, TikTok, LinkedIn, Pinterest, Snapchat, Reddit, Yandex
          "fbclid",
          "mibextid",
          "igshid",
          "igsh",
          "msclkid",
          "twclid",
          "ref_src",
          "ref_url",
          "ttclid",
          "li_fat_id",
          "trk",
          "epik",
          "sccid",
          "rdt_cid",
          "yclid",
          // Mailchimp, Marketo, Vero, Olytics, Drip, Omeda
          "mc_cid",
          "mc_eid",
          "mkt_tok",
          "vero_id",
          "vero_conv",
          "oly_anon_id",
          "oly_enc_id",
          "__s",
          // Piano (AT Internet), Adobe, HubSpot
          "xtor",
          "at_medium",
          "at_campaign",
          "at_format",
          "at_link",
          "at_link_id",
          "at_link_type",
          "at_link_origin",
          "at_ptr_name",
          "at_bbc_team",
          "s_cid",
          "s_kwcid",
          "ef_id",
          "hsctatracking",
          "wickedid",
          "cmpid");

  private TrackingParameters() {}

  static boolean contains(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return NAMES.contains(lower) || PREFIXES.stream().anyMatch(lower::startsWith);
  }
}
