package dev.kindling.shell.console.variables;

import dev.kindling.shell.console.code.Reachability;
import dev.kindling.shell.console.code.SnippetLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.invoke.SerializedLambda;

/** Serialises as usual, and tells every lambda and every class of the console that is in it. */
final class ScanningOutput extends ObjectOutputStream {
    private final Reachability reached;
    private final SnippetLoader loader;

    private ScanningOutput(OutputStream out, Reachability reached, SnippetLoader loader) throws IOException {
        super(out);
        this.reached = reached;
        this.loader = loader;
        enableReplaceObject(true);
    }

    static byte[] bytes(Object object, Reachability reached, SnippetLoader loader) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ScanningOutput(bytes, reached, loader)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    @Override
    protected Object replaceObject(Object object) {
        if (object instanceof SerializedLambda lambda) {
            reached.called(lambda.getImplClass(), lambda.getImplMethodName(), lambda.getImplMethodSignature());
        }
        return object;
    }

    @Override
    protected void annotateClass(Class<?> type) {
        if (type.getClassLoader() == loader) {
            reached.sent(type.getName().replace('.', '/'));
        }
    }
}
