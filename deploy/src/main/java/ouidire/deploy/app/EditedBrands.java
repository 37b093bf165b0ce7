package ouidire.deploy.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.match.LiveMatcher;
import ouidire.analysis.pipeline.PastMatches.Wanted;
import ouidire.analysis.query.KnownLists;
import ouidire.analysis.query.ParsedQuery;
import ouidire.analysis.query.QueryException;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.query.Stage;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.brand.BrandDirectory;
import ouidire.core.brand.BrandJson;
import ouidire.core.brand.BrandState;
import ouidire.core.brand.BrandState.Origin;
import ouidire.core.brand.BrandState.Past;
import ouidire.core.brand.BrandState.Trouble;
import ouidire.core.history.LiveMentions.Subscription;
import ouidire.core.history.MentionFilter;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingChange;
import ouidire.core.settings.SettingsStore;

/**
 * The brands of the configuration, as people changed them in the interface, and those they added
 * there. A change reaches the live matcher as soon as the settings tell of it; a brand whose query
 * cannot be asked is left out with its trouble, and the others go on.
 */
final class EditedBrands implements BrandCatalogue, BrandDirectory, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EditedBrands.class);
  private final List<Brand> configured;
  private final SettingsStore settings;
  private final KnownLists lists;
  private final ZoneId zone;
  private final LiveMatcher matcher = new LiveMatcher();
  private final Subscription subscription;
  private volatile View view = new View(List.of(), List.of(), Map.of());
  private volatile @Nullable Consumer<List<Wanted>> past;
  private volatile Progress progress = brand -> Past.DONE;

  /** How far a brand's past is. */
  interface Progress {
    Past of(String brand);
  }

  private record View(
      List<Brand> brands, List<BrandState> states, Map<String, ParsedQuery> queries) {}

  /**
   * @param zone of brands that name none, and of queries asked of the history
   */
  EditedBrands(List<Brand> configured, SettingsStore settings, KnownLists lists, ZoneId zone) {
    this.configured = List.copyOf(configured);
    this.settings = settings;
    this.lists = lists;
    this.zone = zone;
    subscription = settings.subscribe(this::hear);
    rebuild();
  }

  /**
   * The brands' past is somebody's affair from now on.
   *
   * @param start is told of the brands as they are
   * @param change is told of them after every change
   */
  synchronized void bringPast(
      Consumer<List<Wanted>> start, Consumer<List<Wanted>> change, Progress howFar) {
    past = change;
    progress = howFar;
    start.accept(wanted());
  }

  /** Asked of each mention. */
  LiveMatcher matcher() {
    return matcher;
  }

  @Override
  public List<Brand> brands() {
    return view.brands();
  }

  @Override
  public List<BrandState> states() {
    return view.states().stream()
        .map(
            state ->
                new BrandState(
                    state.brand(),
                    state.origin(),
                    state.version(),
                    state.changedBy(),
                    state.changedAt(),
                    state.trouble(),
                    progress.of(state.brand().id())))
        .toList();
  }

  private void hear(SettingChange change) {
    // A list may be named by a brand's query.
    if (change.kind().equals(BrandJson.KIND) || change.kind().equals(SettingsLists.KIND)) {
      rebuild();
    }
  }

  private synchronized void rebuild() {
    Map<String, Setting> edits = new LinkedHashMap<>();
    settings.list(BrandJson.KIND).forEach(setting -> edits.put(setting.id(), setting));
    List<Brand> brands = new ArrayList<>();
    List<BrandState> states = new ArrayList<>();
    Map<String, ParsedQuery> queries = new LinkedHashMap<>();
    for (Brand brand : configured) {
      Setting edit = edits.remove(brand.id());
      add(brand, edit, edit == null ? Origin.CONFIGURED : Origin.EDITED, states, queries);
    }
    edits.values().forEach(edit -> add(null, edit, Origin.ADDED, states, queries));
    states.forEach(state -> brands.add(state.brand()));
    matcher.replaceAll(queries);
    boolean same = view.brands().equals(brands);
    view = new View(same ? view.brands() : List.copyOf(brands), List.copyOf(states), queries);
    Consumer<List<Wanted>> toHistory = past;
    if (toHistory != null) {
      toHistory.accept(wanted());
    }
  }

  private void add(
      @Nullable Brand written,
      @Nullable Setting edit,
      Origin origin,
      List<BrandState> states,
      Map<String, ParsedQuery> queries) {
    Brand brand = edit == null ? written : read(edit).orElse(written);
    if (brand == null) {
      return;
    }
    Trouble trouble = null;
    try {
      queries.put(
          brand.id(), new QueryParser(brand.zone(), lists).parse(brand.query(), Stage.COLLECT));
    } catch (QueryException e) {
      LOG.warn("the query of brand {} cannot be asked: {}", brand.id(), e.getMessage());
      trouble = new Trouble(e.text().fr(), e.text().en());
    }
    states.add(
        new BrandState(
            brand,
            origin,
            edit == null ? 0 : edit.version(),
            edit == null ? null : edit.changedBy(),
            edit == null ? null : edit.changedAt(),
            trouble,
            Past.DONE));
  }

  private Optional<Brand> read(Setting edit) {
    try {
      return Optional.of(BrandJson.read(edit.id(), edit.value(), zone));
    } catch (IllegalArgumentException e) {
      LOG.warn("brand {} of the settings cannot be read: {}", edit.id(), e.getMessage());
      return Optional.empty();
    }
  }

  private List<Wanted> wanted() {
    List<Wanted> all = new ArrayList<>();
    for (BrandState state : view.states()) {
      ParsedQuery query = view.queries().get(state.brand().id());
      all.add(query == null ? Wanted.unknown(state.brand().id()) : wanted(state.brand(), query));
    }
    return all;
  }

  private Wanted wanted(Brand brand, ParsedQuery query) {
    LiveMatcher alone = new LiveMatcher();
    alone.put(brand.id(), query);
    String text = query.canonical();
    boolean otherDays =
        !brand.zone().equals(zone) && (text.contains("after:") || text.contains("before:"));
    return new Wanted(
        brand.id(),
        fingerprint(query),
        otherDays ? MentionFilter.ALL : MentionFilter.ALL.withQuery(brand.query()),
        new BrandMatching(alone));
  }

  private static String fingerprint(ParsedQuery query) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(query.query().toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() {
    subscription.close();
  }
}
