package ouidire.core.link;

import java.util.Set;

/** Hosts whose addresses only lead elsewhere: shorteners, and those of networks and the press. */
public final class ShortHosts {
  private static final Set<String> HOSTS =
      Set.of(
          "t.co",
          "bit.ly",
          "j.mp",
          "bitly.com",
          "tinyurl.com",
          "tiny.cc",
          "ow.ly",
          "hubs.li",
          "hubs.ly",
          "buff.ly",
          "dlvr.it",
          "ift.tt",
          "goo.gl",
          "g.co",
          "lnkd.in",
          "fb.me",
          "is.gd",
          "v.gd",
          "rb.gy",
          "cutt.ly",
          "t.ly",
          "s.id",
          "shorturl.at",
          "rebrand.ly",
          "bl.ink",
          "youtu.be",
          "amzn.to",
          "a.co",
          "redd.it",
          "trib.al",
          "spr.ly",
          "po.st",
          "mtr.cool",
          "w.wiki",
          "lemde.fr",
          "lc.cx",
          "urlr.me",
          "x.gd",
          "shor.by",
          "snip.ly");

  private ShortHosts() {}

  /** Whether an address is a short link, by its host. */
  public static boolean isShort(CanonicalUrl url) {
    return HOSTS.contains(url.domain()) && url.path().length() > 1;
  }

  /** All of them, without {@code www.}, as filters by domain take them. */
  public static Set<String> all() {
    return HOSTS;
  }
}
