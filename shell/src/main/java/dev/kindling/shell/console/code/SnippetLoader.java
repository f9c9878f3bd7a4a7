package dev.kindling.shell.console.code;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;
import org.jspecify.annotations.Nullable;

/**
 * Defines the classes of snippets in the driver and writes the executors' copies. One for the life of the console, through
 * all resets, so that Spark's threads and running jobs keep knowing what they knew.
 */
public class SnippetLoader extends URLClassLoader {
    private final SnippetClasses classes = new SnippetClasses();
    private final ExecutorFolder folder = ExecutorFolder.create();
    private final Map<String, byte[]> driverCopies = new ConcurrentHashMap<>();
    private final AtomicInteger generations = new AtomicInteger();
    private volatile boolean binding;

    /** Beneath the loader of the application. */
    public SnippetLoader(ClassLoader parent) {
        super(new URL[0], parent);
    }

    /** For a JShell that begins; what those of before have defined stays. */
    public Generation nextGeneration() {
        return new Generation(generations.incrementAndGet());
    }

    /** What is known of the classes. */
    public SnippetClasses classes() {
        return classes;
    }

    /** The executors' copies. */
    public Path folder() {
        return folder.path();
    }

    /** Variables that are declared until {@link #endBindings} are bound by the console, if their names are its. */
    public void beginBindings() {
        binding = true;
    }

    /**
     * Ends what {@link #beginBindings} began.
     *
     * @return whether this JDK's JShell keeps variables where they are looked for, in static fields of snippet classes
     */
    public boolean endBindings() {
        binding = false;
        return classes.bindingCount() >= Bindings.names().size();
    }

    /** The value of a variable, straight from its field. */
    public @Nullable Object value(SnippetVariable variable) throws ReflectiveOperationException {
        var field =
                Class.forName(variable.owner().replace('/', '.'), false, this).getDeclaredField(variable.name());
        field.setAccessible(true);
        return field.get(null);
    }

    /** The variables that have values now, the newest of each name. */
    public Map<String, Object> values() {
        var found = new HashMap<String, Object>();
        for (var variable : classes.variables()) {
            try {
                var value = value(variable);
                if (value != null) {
                    found.put(variable.name(), value);
                }
            } catch (ReflectiveOperationException | LinkageError e) {
                continue; // a class that JShell gave up before it was whole
            }
        }
        return found;
    }

    /** Takes in what JShell has compiled. */
    void load(ClassBytecodes[] compiled, Generation generation) throws ClassInstallException {
        var loaded = new boolean[compiled.length];
        try {
            var originals = new ArrayList<SnippetClass>();
            for (var each : compiled) {
                originals.add(generation.rename(each.bytecodes()));
            }
            classes.add(originals);
            copy(originals);
            for (int i = 0; i < loaded.length; i++) {
                loadClass(originals.get(i).name().replace('/', '.')).getDeclaredMethods();
                loaded[i] = true;
            }
        } catch (IOException | ReflectiveOperationException | LinkageError e) {
            throw new ClassInstallException("load: " + e, loaded);
        }
    }

    private void copy(List<SnippetClass> originals) throws IOException {
        for (var each : originals) {
            driverCopies.put(each.name(), DriverCopy.of(each, classes));
            folder.write(each.name(), ExecutorCopy.of(each, classes));
        }
        if (binding) {
            classes.bind(originals, Bindings.names());
        }
    }

    /** Adds jars or folders; those of the application's own class path are there already. */
    void addToClasspath(String path) throws InternalException {
        var there = Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
        try {
            for (var each : path.split(File.pathSeparator)) {
                if (!there.contains(each)) {
                    addURL(new File(each).toURI().toURL());
                }
            }
        } catch (MalformedURLException e) {
            throw new InternalException(e.toString());
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var bytes = driverCopies.get(name.replace('.', '/'));
        return bytes != null ? defineClass(name, bytes, 0, bytes.length) : super.findClass(name);
    }

    /** Spark's ClosureCleaner reads class files as resources. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        var original = name.endsWith(".class") ? classes.get(name.substring(0, name.length() - 6)) : null;
        return original != null ? new ByteArrayInputStream(original.bytes()) : super.getResourceAsStream(name);
    }

    @Override
    public void close() throws IOException {
        super.close();
        folder.close();
    }
}
