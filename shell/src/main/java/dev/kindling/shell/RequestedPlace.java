package dev.kindling.shell;

import dev.kindling.embedded.EmbeddedOptions;
import dev.kindling.shell.console.session.ConsolePlace;
import dev.kindling.target.RunTarget;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The place that the console's command line names. */
final class RequestedPlace implements ConsolePlace {
    private final SampleRequest request;
    private @Nullable OpenPlace open;

    RequestedPlace(SampleRequest request) {
        this.request = request;
    }

    @Override
    public synchronized RunTarget open(Consumer<String> progress) {
        if (open == null) {
            open = OpenPlace.of(request, EmbeddedOptions.defaults(), progress);
        }
        return open.target();
    }

    @Override
    public String toString() {
        return request.place().toString();
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
