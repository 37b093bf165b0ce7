package ouidire.core.settings;

class InMemorySettingsStoreTest extends SettingsStoreContract {
  private final InMemorySettingsStore store = new InMemorySettingsStore(CLOCK);

  @Override
  protected SettingsStore open() {
    return store;
  }
}
