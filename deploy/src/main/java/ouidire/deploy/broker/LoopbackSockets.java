package ouidire.deploy.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * Sockets bound before the broker is configured, since its configuration must name the ports. The
 * broker closes those that it took.
 */
final class LoopbackSockets implements ServerSocketFactory, AutoCloseable {
  private final Map<String, ServerSocketChannel> byListener;

  private LoopbackSockets(Map<String, ServerSocketChannel> byListener) {
    this.byListener = byListener;
  }

  /** Binds one free loopback port a listener. */
  static LoopbackSockets bind(String first, String second) throws IOException {
    ServerSocketChannel one = bind();
    try {
      return new LoopbackSockets(Map.of(first, one, second, bind()));
    } catch (IOException e) {
      one.close();
      throw e;
    }
  }

  private static ServerSocketChannel bind() throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return channel;
  }

  /** {@code host:port} of a listener. */
  String address(String listener) {
    ServerSocketChannel channel = channel(listener);
    return channel.socket().getInetAddress().getHostAddress()
        + ":"
        + channel.socket().getLocalPort();
  }

  @Override
  public ServerSocketChannel openServerSocket(
      String listener, InetSocketAddress address, int backlog, int receiveBuffer)
      throws IOException {
    ServerSocketChannel channel = channel(listener);
    channel.configureBlocking(false);
    return channel;
  }

  private ServerSocketChannel channel(String listener) {
    ServerSocketChannel channel = byListener.get(listener);
    if (channel == null) {
      throw new IllegalArgumentException("no listener " + listener);
    }
    return channel;
  }

  @Override
  public void close() throws IOException {
    for (ServerSocketChannel channel : byListener.values()) {
      channel.close();
    }
  }
}
