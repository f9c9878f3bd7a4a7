package dev.kindling.shell.console.code;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All classes of the console in their original form, and what is asked of them. Thread-safe. */
public final class SnippetClasses {
    private final Map<String, SnippetClass> classes = new ConcurrentHashMap<>();
    private final Map<String, SnippetVariable> variables = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, String> bindings = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> subtypes = new ConcurrentHashMap<>();
    private final Set<String> wrappers = ConcurrentHashMap.newKeySet();
    private final Set<String> readByDeclaredTypes = ConcurrentHashMap.newKeySet();

    SnippetClasses() {}

    /** Adds classes that refer to each other. */
    void add(List<SnippetClass> added) {
        for (var each : added) {
            classes.put(each.name(), each);
            if (each.isWrapper()) {
                wrappers.add(each.name());
                each.staticFields().forEach(field -> variables.put(field.key(), field));
            }
        }
        added.stream().filter(each -> !isWrapper(each.name())).forEach(this::addDeclared);
    }

    private void addDeclared(SnippetClass declared) {
        declared.supertypes()
                .forEach(supertype -> subtypes.computeIfAbsent(supertype, name -> ConcurrentHashMap.newKeySet())
                        .add(declared.name()));
        readByDeclaredTypes.addAll(declared.reads(variables::containsKey));
    }

    /** Makes reads of these variables, in the driver, calls that find the value when it is needed. */
    void bind(List<SnippetClass> declaring, Set<String> names) {
        declaring.stream()
                .flatMap(each -> each.staticFields().stream())
                .filter(variable -> names.contains(variable.name()))
                .forEach(variable -> bindings.put(variable.key(), variable.name()));
    }

    /** Whether a variable is bound by the console, and its value therefore not in its field. */
    public boolean isBinding(String key) {
        return bindings.containsKey(key);
    }

    /** How many variables are bound. */
    int bindingCount() {
        return bindings.size();
    }

    /** Whether the console declared this class, by internal name. */
    public boolean contains(String name) {
        return classes.containsKey(name);
    }

    @Nullable
    SnippetClass get(String name) {
        return classes.get(name);
    }

    boolean isWrapper(String name) {
        return wrappers.contains(name);
    }

    Collection<String> subtypesOf(String name) {
        return subtypes.getOrDefault(name, Set.of());
    }

    boolean isVariable(String key) {
        return variables.containsKey(key);
    }

    /** All variables, in the order of their declaration. */
    List<SnippetVariable> variables() {
        synchronized (variables) {
            return List.copyOf(variables.values());
        }
    }

    /** A variable by its key. */
    public @Nullable SnippetVariable variable(String key) {
        return variables.get(key);
    }

    /** The keys of variables that a class, record or enum of the user reads. */
    public Collection<String> readByDeclaredTypes() {
        return readByDeclaredTypes;
    }
}
