package dev.kindling.shell.console.variables;

import dev.kindling.shell.console.code.Reachability;
import dev.kindling.shell.console.code.SnippetLoader;
import dev.kindling.shell.console.remote.Carrier;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.Task;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.serializer.JavaSerializerInstance;
import org.apache.spark.serializer.SerializerInstance;
import scala.Tuple2;
import scala.reflect.ClassTag;

/** Spark's serializer of closures, in the driver: it puts the console variables that the code reads in front of it. */
final class VariableSerializer extends JavaSerializer {
    private static final long serialVersionUID = 1;

    private final transient SnippetLoader loader;
    private final int objectsBetweenResets;

    VariableSerializer(SparkConf conf, SnippetLoader loader) {
        super(conf);
        this.loader = loader;
        this.objectsBetweenResets = conf.getInt("spark.serializer.objectStreamReset", 100);
    }

    @Override
    public SerializerInstance newInstance() {
        return new Instance(objectsBetweenResets, loader);
    }

    private static final class Instance extends JavaSerializerInstance {
        private final SnippetLoader loader;

        /** Spark's extra information on what cannot be serialised fails on Java 25, and the console says more. */
        Instance(int objectsBetweenResets, SnippetLoader loader) {
            super(objectsBetweenResets, false, loader);
            this.loader = loader;
        }

        /** Tasks themselves hold code that was serialised before; a stage's code is a pair of RDD and function. */
        @Override
        public <T> ByteBuffer serialize(T object, ClassTag<T> tag) {
            if (object instanceof Task) {
                return super.serialize(object, tag);
            }
            try {
                return ByteBuffer.wrap(bytes(object));
            } catch (IOException e) {
                throw Instance.<RuntimeException>undeclared(e);
            }
        }

        private byte[] bytes(Object object) throws IOException {
            var reached = new Reachability(loader.classes());
            var plain = ScanningOutput.bytes(object, reached, loader);
            if (!(object instanceof Tuple2)) {
                SnapshotBuilder.check(reached, loader);
                return plain;
            }
            var snapshot = SnapshotBuilder.of(reached, loader);
            return snapshot.isEmpty()
                    ? plain
                    : ScanningOutput.bytes(new Carrier(snapshot, object), new Reachability(loader.classes()), loader);
        }

        /** Spark's own method is Scala's, which declares nothing, and Spark looks for the exception itself. */
        @SuppressWarnings("unchecked")
        private static <X extends Throwable> X undeclared(Throwable thrown) throws X {
            throw (X) thrown;
        }
    }
}
