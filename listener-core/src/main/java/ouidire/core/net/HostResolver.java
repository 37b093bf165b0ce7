package ouidire.core.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds the addresses of a host name. */
public interface HostResolver {
  /** At least one address. */
  List<InetAddress> resolve(String host) throws UnknownHostException;

  /**
   * The machine's own resolver, given up after ten seconds. It asks from threads of its own, since
   * a native look-up would hold a virtual thread's carrier.
   */
  static HostResolver system() {
    return new SystemResolver(Duration.ofSeconds(10));
  }

  /** {@link InetAddress#getAllByName} with an end. */
  final class SystemResolver implements HostResolver {
    private static final ExecutorService LOOK_UPS =
        Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("ouidire-dns-", 0).factory());

    private final Duration within;

    private SystemResolver(Duration within) {
      this.within = within;
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
      Future<List<InetAddress>> found =
          LOOK_UPS.submit(() -> List.of(InetAddress.getAllByName(host)));
      try {
        return found.get(within.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        throw failed(host + ": no answer from the name server in " + within.toSeconds() + " s", e);
      } catch (ExecutionException e) {
        throw failed(host + ": no such host, or no name server", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failed(host + ": look-up interrupted", e);
      }
    }

    private static UnknownHostException failed(String message, Exception cause) {
      UnknownHostException failure = new UnknownHostException(message);
      failure.initCause(cause);
      return failure;
    }
  }
}
