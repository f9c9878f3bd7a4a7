package dev.kindling.internal.session;

import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.UiUnavailableException;
import dev.kindling.run.SparkUi;
import java.net.URI;

/** The UI of a driver that is this JVM: nothing has to be brought there or ended. */
record OwnUi(URI uri) implements SparkUi {

    static UiUnavailableException unavailable() {
        return new UiUnavailableException(
                new Explanation(
                        "show the session's Spark UI",
                        "Spark has none",
                        "the session is closed, or .conf(\"spark.ui.enabled\", \"false\") switched it off",
                        "ask while the session runs, without that setting"),
                null);
    }

    @Override
    public void close() {}
}
