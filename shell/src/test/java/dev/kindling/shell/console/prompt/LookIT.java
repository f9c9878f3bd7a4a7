package dev.kindling.shell.console.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
}
