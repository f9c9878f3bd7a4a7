package dev.kindling.shell.console.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the screen shows, compared as a whole. One console for all, as starting Spark takes longest. */
@Tag("embedded")
class LookIT {
    @TempDir
    private static Path folder;

    private static ConsoleScreen screen;

    @BeforeAll
    static void open() throws IOException {
        Files.writeString(folder.resolve("console.properties"), "start.0=mine.jsh\nstart.1=int mine = 5;\n");
        screen = new ConsoleScreen(folder);
        screen.await("spark>");
        screen.enter("var cities = spark.sql(\"VALUES ('東京', 37), ('Rome', 4), (null, 2) AS t(city, people)\")");
    }

    @AfterAll
    static void close() throws IOException {
        screen.close();
    }

    @Test
    void a_dataset_shows_its_columns_and_first_rows() throws IOException {
        assertThat(screen.enter("cities"))
                .isEqualTo(
                        """
                spark> cities
                cities ==> [city: string, people: int]
                city  people
                ────  ──────
                東京      37
                Rome       4
                null       2
                spark>""");
    }

    @Test
    void a_chart_is_a_picture() throws IOException {
        assertThat(screen.enter("chart(cities)"))
                .matches(
                        "(?s)spark> chart.cities.\n.\\d+ ==> people by city\n東京 37 █+\nRome  4 █+.?\nnull  2 █+.?\nspark>");
    }

    @Test
    void an_exception_takes_three_lines_and_why_tells_the_rest() throws IOException {
        screen.enter("int zero = 0");
        assertThat(screen.enter("sc.parallelize(List.of(1), 1).map(x -> x / zero).collect()"))
                .matches(
                        """
                (?s)spark> sc.parallelize.*
                .  Exception java.lang.ArithmeticException: / by zero
                .    on executor driver \\(127.0.0.1\\), task 0.0 of stage \\d+.0, tried once
                .    at \\(#\\d+:1\\)  sc.parallelize.*…  -- why\\(\\) tells more
                spark>""");
        assertThat(screen.enter("why()"))
                .contains(
                        "in snippet #",
                        "org.apache.spark.SparkException: Job aborted due to stage failure",
                        "\ncaused by java.lang.ArithmeticException: / by zero\n    at (#");
        assertThat(screen.enter("jobs()")).containsPattern("FAILED +\\d+\\.\\d +0/1  sc.parallelize.List.of.1");
    }

    @Test
    void why_names_the_cause_and_the_line_to_write() throws IOException {
        screen.enter("spark.read().parquet(\"gs://lake/raw\")");

        assertThat(screen.enter("why()"))
                .contains(
                        "\nexception UnsupportedFileSystemException: 1 problem\n",
                        "1. Spark knows no file system for gs://\n");
    }

    @Test
    void a_job_shows_how_far_it_is_and_leaves_no_trace() throws IOException {
        screen.type("\f");
        screen.type("sc.parallelize(List.of(1, 2, 3, 4), 4).map(x -> { Thread.sleep(700); return x; }).count()\r");
        screen.await("job \\d+  stage 1/1  \\[========        \\] 2/4 tasks  1 executor  Ctrl-C stops$");
        screen.type("System.out.println(6 * 7)\r"); // typed ahead
        assertThat(screen.await("42\nspark>$"))
                .matches(
                        "(?s)spark> sc.parallelize.*count\\(\\)\n.\\d+ ==> 4\nspark> System.out.println\\(6 . 7\\)\n42\nspark>");
    }

    @Test
    void columns_and_files_complete() throws IOException {
        Files.createFile(folder.resolve("prices-2026.csv"));
        assertThat(screen.enter("cities.select(col(\"peo\t\")).columns().length"))
                .contains("col(\"people\")", "==> 1");
        assertThat(screen.enter("cities.groupBy(\"ci\t\").agg(sum(\"p\t\")).columns()[0].length()"))
                .contains("groupBy(\"city\").agg(sum(\"people\"))", "==> 4");
        assertThat(screen.enter("cities.filter(\"people > 3 and ci\t = 'Rome'\").count()"))
                .contains("==> 1");
        assertThat(screen.enter("Files.exists(Path.of(\"" + folder + "/pri\t\"))"))
                .contains("prices-2026.csv", "==> true");
        assertThat(screen.enter("spark.read().text(\"file://" + folder + "/pri\t\").count()"))
                .contains("prices-2026.csv", "==> 0");
    }

    @Test
    void the_tab_key_shows_signatures_and_completes() throws IOException {
        screen.type("\f");
        screen.type("Math.max(\t");
        screen.await("int Math.max\\(int \\w+, int \\w+\\)");
        screen.type("2, 1) + Math.mi\t");
        screen.await("Math.min\\(");
        screen.type("\t");
        screen.await("int Math.min\\(int \\w+, int \\w+\\)");
        screen.type("3, 4)\r");
        screen.await("==> 5\nspark>$");
    }

    @Test
    void a_lambda_that_java_cannot_place_gets_a_hint() throws IOException {
        screen.enter("var three = spark.range(3)");
        assertThat(screen.enter("three.map(x -> x + 1, Encoders.LONG()).count()"))
                .contains("|  Error:", "|    map(three, x -> .., Encoders.LONG())");
        assertThat(screen.enter("three.map(x -> x + 1)")).contains("|    map(three, x -> .., Encoders.LONG())");
        assertThat(screen.enter("three.filter(x -> x > 1)")).contains("|    filter(three, x -> ..)");
        assertThat(screen.enter("spark.range(3).reduce((a, b) -> a + b)"))
                .contains("|    reduce(spark.range(3), (a, b) -> ..)");
        assertThat(screen.enter("three.foreach(x -> System.out.println(x))")).contains("|    foreach(three, x -> ..)");
        assertThat(screen.enter("three.flatMap(x -> List.of(x).iterator(), Encoders.LONG())"))
                .contains("|    flatMap(three, x -> List.of(..).iterator(), Encoders.LONG())");
        assertThat(screen.enter("three.count(1)")).contains("|  Error:").doesNotContain("Write");
    }

    @Test
    void snippets_are_edited_in_a_program_of_the_users() throws IOException {
        screen.enter("int edited = 1");
        screen.enter("/set editor sed -i s/1/2/");
        assertThat(screen.enter("/edit edited")).contains("edited ==> 2");
        screen.enter("/set editor no-such-program");
        assertThat(screen.enter("/edit edited")).contains("|  Edit Error: ");
        screen.enter("/set editor -default");
    }

    @Test
    void what_was_retained_is_there_in_the_next_run() throws IOException {
        assertThat(screen.enter("mine")).contains("mine ==> 5");
        assertThat(screen.enter("/set start")).contains("/set start mine.jsh", "int mine = 5;");
    }

    @Test
    void jobs_are_called_by_the_snippet_they_come_from() throws IOException {
        screen.enter("long grouped = cities.groupBy(\"city\").count().count()");
        assertThat(screen.enter("jobs()"))
                .contains("long grouped = cities.groupBy")
                .doesNotContain(".java:");
    }

    @Test
    void datasets_can_be_shown_without_rows() throws IOException {
        screen.enter("/set preview off");
        assertThat(screen.enter("cities")).isEqualTo("spark> cities\ncities ==> [city: string, people: int]\nspark>");
        screen.enter("/set preview on");
        assertThat(screen.enter("show(cities, 1)"))
                .endsWith(
                        """
                city  people
                ────  ──────
                東京      37
                … only the first row
                spark>""");
    }

    /** Numbers of snippets and stages go on from one test to the next. */
    @Test
    void pages_about_the_console_show_what_is_seen() throws IOException {
        var pages = Files.readString(Path.of("../README.md")) + Files.readString(Path.of("../docs/console.md"));
        for (var block : pages.split("(?m)^```console\n", -1)) {
            for (var entry : block.split("\n```")[0].split("(?m)^(?=spark> )")) {
                if (entry.startsWith("spark> ")) {
                    var snippet = entry.lines().findFirst().orElseThrow().substring("spark> ".length());
                    assertThat(numbersAside(screen.enter(snippet))).isEqualTo(entry.strip() + "\nspark>");
                }
            }
        }
    }

    private static String numbersAside(String text) {
        return text.replaceAll("#\\d+:", "#1:")
                .replaceAll("stage \\d+\\.", "stage 0.")
                .replaceAll("\\$\\d+ ", "\\$3 ");
    }
}
