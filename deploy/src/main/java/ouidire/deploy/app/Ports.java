package ouidire.deploy.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import ouidire.core.config.Settings;

/** Whether a port can be had. */
final class Ports {
  private Ports() {}

  /**
   * Better told now than after everything else has begun.
   *
   * @throws PortTakenException when the port is another's
   */
  static void requireFree(Settings.Http http) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(http.bind()), http.port()));
    } catch (IOException e) {
      throw new PortTakenException(http.port(), e);
    }
  }
}
