package ouidire.deploy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ouidire.core.config.SettingsReader;
import picocli.CommandLine;

/** The command line: its words in two languages, its exit codes. */
class CommandLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void everyVerbAndOptionIsExplained(String language) {
    List<String> silent = new ArrayList<>();
    explain(Main.commandLine(console(Locale.of(language)), Map.of()), silent);
    assertThat(silent).isEmpty();
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(new TreeSet<>(Console.bundle(Locale.FRENCH).keySet()))
        .isEqualTo(new TreeSet<>(Console.bundle(Locale.ENGLISH).keySet()));
  }

  @Test
  void languageIsThatOfTheEnvironment() {
    assertThat(Console.locale(Map.of("LANG", "fr_CA.UTF-8"))).isEqualTo(Locale.FRENCH);
    assertThat(Console.locale(Map.of("LANG", "fr_FR", "LC_ALL", "C"))).isEqualTo(Locale.ENGLISH);
    assertThat(Console.locale(Map.of())).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void wrongUsageIsTwoAndSaysWhatWasMeant() {
    assertThat(run(Locale.ENGLISH, "up", "--prot", "80")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--prot").contains("did you mean --port?");
    assertThat(run(Locale.FRENCH)).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("Quel verbe ?");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void aBadSettingIsTwoAndNamesItsOption() {
    assertThat(run(Locale.ENGLISH, "up", "--port", "many")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("http.port").contains("\"many\"").contains("--port");
  }

  /** Each of these was answered once with nothing, or with "see the help". */
  @Test
  void aBacktestThatCannotBeIsRefusedBeforeAnythingStarts(@TempDir Path folder) throws Exception {
    Path rule = Files.writeString(folder.resolve("regle.json"), "{\"when\":[{\"metric\":\"x\"}]}");
    Path list = Files.writeString(folder.resolve("liste.json"), "[1]");
    String data = "--data=" + folder;
    assertThat(run(Locale.FRENCH, "backtest", data, "--from", "2990-01-01")).isEqualTo(2);
    assertThat(run(Locale.FRENCH, "backtest", data, "--from=2026-02-05", "--to=2026-02-01"))
        .isEqualTo(2);
    assertThat(run(Locale.FRENCH, "backtest", data, "--from=hier")).isEqualTo(2);
    assertThat(run(Locale.FRENCH, "backtest", data, "--rule", rule.toString())).isEqualTo(2);
    assertThat(run(Locale.FRENCH, "backtest", data, "--rule", list.toString())).isEqualTo(2);
    assertThat(run(Locale.FRENCH, "backtest", "--data=" + folder.resolve("absent"))).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .contains("l'avenir ne se rejoue pas")
        .contains("--from doit précéder --to")
        .contains("hier")
        .contains("when[0].metric", "donnez l’un de")
        .contains("ne contient pas de règle")
        .contains("--data");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void aDrillWithBadNumbersIsRefusedWithTheirRange() {
    assertThat(run(Locale.ENGLISH, "drill", "--speed", "0")).isEqualTo(2);
    assertThat(run(Locale.ENGLISH, "drill", "--wait", "-1")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("1 to 1000").contains("--wait");
  }

  @Test
  void printConfigPrintsTheCommentedFile() {
    assertThat(run(Locale.ENGLISH, "up", "--print-config")).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo(SettingsReader.commentedDefaults());
  }

  private static void explain(CommandLine command, List<String> silent) {
    CommandLine.Model.CommandSpec spec = command.getCommandSpec();
    if (spec.usageMessage().header().length == 0) {
      silent.add(spec.qualifiedName());
    }
    spec.args().stream()
        .filter(arg -> !arg.hidden() && arg.description().length == 0)
        .filter(arg -> arg.renderedDescription().length == 0)
        .map(arg -> spec.qualifiedName() + " " + arg.paramLabel() + " " + name(arg))
        .forEach(silent::add);
    command.getSubcommands().values().forEach(inner -> explain(inner, silent));
  }

  private static String name(CommandLine.Model.ArgSpec arg) {
    return arg instanceof CommandLine.Model.OptionSpec option ? option.longestName() : "";
  }

  private int run(Locale locale, String... arguments) {
    return Main.run(console(locale), Map.of(), arguments);
  }

  private Console console(Locale locale) {
    return Console.of(
        new ByteArrayInputStream(new byte[0]),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        false,
        locale);
  }
}
