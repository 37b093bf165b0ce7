package ouidire.core.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which IP addresses belong to the public internet: what the IANA special-purpose registries (RFC
 * 6890 and its successors) call globally reachable, less the clouds' metadata services.
 */
final class PublicAddresses {
  private static final List<Block> FORBIDDEN_V4 =
      List.of(
          Block.v4("0.0.0.0", 8), // this network
          Block.v4("10.0.0.0", 8), // private
          Block.v4("100.64.0.0", 10), // carrier-grade NAT; a metadata service at 100.100.100.200
          Block.v4("127.0.0.0", 8), // loopback
          Block.v4("168.63.129.16", 32), // a cloud's host service
          Block.v4("169.254.0.0", 16), // link-local; metadata services at 169.254.169.254
          Block.v4("172.16.0.0", 12), // private
          Block.v4("192.0.0.0", 24), // protocol assignments; a metadata service at 192.0.0.192
          Block.v4("192.0.2.0", 24), // documentation
          Block.v4("192.88.99.0", 24), // 6to4 relays
          Block.v4("192.168.0.0", 16), // private
          Block.v4("198.18.0.0", 15), // benchmarks
          Block.v4("198.51.100.0", 24), // documentation
          Block.v4("203.0.113.0", 24), // documentation
          Block.v4("224.0.0.0", 4), // multicast
          Block.v4("240.0.0.0", 4)); // reserved, broadcast

  /** Inside 2000::/3, the only block that is public at all. */
  private static final List<Block> FORBIDDEN_V6 =
      List.of(
          Block.v6(0x2001_0000, 23), // Teredo, ORCHID, benchmarks and other protocol assignments
          Block.v6(0x2001_0db8, 32), // documentation
          Block.v6(0x2002_0000, 16), // 6to4: carries an IPv4 address
          Block.v6(0x3fff_0000, 20)); // documentation

  private PublicAddresses() {}

  static boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isPublicV4(word(bytes, 0));
    }
    int first = word(bytes, 0);
    if (first == 0x0064_ff9b && word(bytes, 4) == 0 && word(bytes, 8) == 0) {
      return isPublicV4(word(bytes, 12)); // NAT64: the IPv4 address behind it decides
    }
    boolean globalUnicast = first >>> 29 == 1;
    int interfaceId = word(bytes, 8) & 0xFDFF_FFFF;
    boolean isatap = interfaceId == 0x0000_5efe && !isPublicV4(word(bytes, 12));
    return globalUnicast && !isatap && FORBIDDEN_V6.stream().noneMatch(b -> b.has(first));
  }

  private static boolean isPublicV4(int address) {
    return FORBIDDEN_V4.stream().noneMatch(b -> b.has(address));
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | bytes[at + 3] & 0xFF;
  }

  /** Addresses that share their first bits; of IPv6 only the first 32 bits are looked at. */
  private record Block(int start, int bits) {
    static Block v4(String start, int bits) {
      int address = 0;
      for (String part : start.split("\\.")) {
        address = address << 8 | Integer.parseInt(part);
      }
      return new Block(address, bits);
    }

    static Block v6(int start, int bits) {
      return new Block(start, bits);
    }

    boolean has(int address) {
      return (address ^ start) >>> (32 - bits) == 0;
    }
  }
}
