package ouidire.analysis.alert.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import ouidire.core.net.AddressGuard;

/** Sockets that connect to the addresses that the guard has checked and to no others. */
final class GuardedSockets extends SocketFactory {
  private final AddressGuard guard;

  GuardedSockets(AddressGuard guard) {
    this.guard = guard;
  }

  @Override
  public Socket createSocket() {
    return new Guarded(guard);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(InetSocketAddress.createUnresolved(host, port), 0);
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(host.getHostAddress(), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  private static final class Guarded extends Socket {
    private final AddressGuard guard;

    Guarded(AddressGuard guard) {
      this.guard = guard;
    }

    @Override
    public void connect(SocketAddress where, int timeout) throws IOException {
      if (!(where instanceof InetSocketAddress address)) {
        throw new IOException("no internet address");
      }
      super.connect(guard.resolve(address.getHostString(), address.getPort()).getFirst(), timeout);
    }

    @Override
    public void connect(SocketAddress where) throws IOException {
      connect(where, 0);
    }
  }
}
