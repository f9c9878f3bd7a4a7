package dev.kindling.internal.task;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindling.diagnosis.TaskFailedException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a function threw, as text: to read it runs nothing, and needs no class of it.
 *
 * @param type name of the class
 * @param stack innermost first
 */
record Thrown(String type, @Nullable String message, List<Frame> stack, @Nullable Thrown cause) {
    /** Enough to find the place; a cause may be its own. */
    private static final int CAUSES = 20;

    private static final int FRAMES = 200;

    /** One call. */
    record Frame(String type, String method, @Nullable String file, int line) {
        static Frame of(StackTraceElement element) {
            return new Frame(
                    element.getClassName(), element.getMethodName(), element.getFileName(), element.getLineNumber());
        }

        StackTraceElement toElement() {
            return new StackTraceElement(type, method, file, line);
        }
    }

    static Thrown of(Throwable thrown) {
        return of(thrown, CAUSES);
    }

    private static Thrown of(Throwable thrown, int causes) {
        return new Thrown(
                thrown.getClass().getName(),
                thrown.getMessage(),
                Stream.of(thrown.getStackTrace()).limit(FRAMES).map(Frame::of).toList(),
                Optional.ofNullable(thrown.getCause())
                        .filter(any -> causes > 0)
                        .map(cause -> of(cause, causes - 1))
                        .orElse(null));
    }

    byte[] toJson() throws IOException {
        return new JsonMapper().writeValueAsBytes(this);
    }

    static Thrown read(byte[] json) throws IOException {
        return new JsonMapper().readValue(json, Thrown.class);
    }

    TaskFailedException.Remote toRemote() {
        return new TaskFailedException.Remote(
                type, message, stack.stream().map(Frame::toElement).toList(), cause == null ? null : cause.toRemote());
    }
}
