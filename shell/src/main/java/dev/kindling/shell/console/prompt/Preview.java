package dev.kindling.shell.console.prompt;

import dev.kindling.run.Settings;
import dev.kindling.shell.console.engine.Engine;
import dev.kindling.shell.terminal.Screen;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How values are shown at the prompt. Touches no class of Spark before there is a value of one. */
final class Preview {
    private final Supplier<Screen> screen;
    private volatile boolean on = true;

    Preview(Supplier<Screen> screen) {
        this.screen = screen;
    }

    void set(boolean wanted) {
        on = wanted;
    }

    String of(@Nullable Object value) {
        if (!on || value == null) {
            return Engine.plain(value);
        }
        var mayBeDataset = value.getClass().getName().startsWith("org.apache.spark.sql.");
        if (mayBeDataset && value instanceof org.apache.spark.sql.classic.Dataset<?> dataset) {
            return DatasetText.of(dataset, screen.get().columns());
        }
        return value instanceof Settings settings
                ? SettingsText.of(settings, screen.get().columns())
                : Engine.plain(value);
    }
}
