package dev.kindling.shell.console.variables;

import dev.kindling.shell.console.code.SnippetLoader;
import java.lang.reflect.Field;
import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.scheduler.DAGScheduler;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.serializer.Serializer;
import org.apache.spark.serializer.SerializerInstance;

/**
 * Puts the console's serializer into a Spark context that has started. Spark has a setting for the serializer of data, none
 * for that of closures, so two of its private fields are set; where they are not found, variables are not sent, and code
 * that reads one on an executor says so.
 */
public final class VariableShipping {
    private static final String FIELD = "closureSerializer";

    private VariableShipping() {}

    /**
     * Begins to send variables with the jobs of this context.
     *
     * @return why that is not possible with this Spark or this Java, if it is not
     */
    public static Optional<String> begin(SparkContext context, SnippetLoader loader) {
        return begin(context, loader, FIELD);
    }

    /** The same with fields of another name. */
    public static Optional<String> begin(SparkContext context, SnippetLoader loader, String field) {
        return set(context, new VariableSerializer(context.getConf(), loader), field);
    }

    /** Gives the context, which may go on without the console, a serializer like the one it began with. */
    public static void end(SparkContext context) {
        if (context.env().closureSerializer() instanceof VariableSerializer) {
            set(context, new JavaSerializer(context.getConf()), FIELD);
        }
    }

    private static Optional<String> set(SparkContext context, Serializer serializer, String name) {
        try {
            var ofEnvironment = field(SparkEnv.class, Serializer.class, name);
            var ofScheduler = field(DAGScheduler.class, SerializerInstance.class, name);
            ofEnvironment.set(context.env(), serializer);
            ofScheduler.set(context.dagScheduler(), serializer.newInstance());
            return context.env().closureSerializer() == serializer
                    ? Optional.empty()
                    : Optional.of("it did not stay set");
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return Optional.of(e.toString());
        }
    }

    private static Field field(Class<?> owner, Class<?> type, String name) throws NoSuchFieldException {
        var field = owner.getDeclaredField(name);
        if (field.getType() != type) {
            throw new NoSuchFieldException(owner.getName() + "." + name + " is a " + field.getType());
        }
        field.setAccessible(true);
        return field;
    }
}
