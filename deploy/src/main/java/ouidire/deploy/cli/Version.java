package ouidire.deploy.cli;

import picocli.CommandLine.IVersionProvider;

/** The version, as the archive that holds us says it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }

  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
