package dev.kindling.shell.console.prompt;

import dev.kindling.shell.console.engine.Engine;
import org.jspecify.annotations.Nullable;

/** How values are shown at the prompt. Touches no class of Spark before there is a value of one. */
final class Preview {
    private volatile boolean on = true;

    void set(boolean wanted) {
        on = wanted;
    }

    String of(@Nullable Object value) {
        var mayBeDataset = on && value != null && value.getClass().getName().startsWith("org.apache.spark.sql.");
        if (mayBeDataset && value instanceof org.apache.spark.sql.classic.Dataset<?> dataset) {
            return DatasetText.of(dataset);
        }
        return Engine.plain(value);
    }
}
