package dev.kindling.internal.session;

import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.launcher.JavaModuleOptions;

/** Whether this JVM was started with the options that Spark needs. */
final class JvmOptions {

    private static final String OPENS = "--add-opens=";

    private JvmOptions() {}

    /** The first package that Spark needs opened and that is not. */
    static Optional<String> missing() {
        return Arrays.stream(JavaModuleOptions.defaultModuleOptionArray())
                .filter(option -> option.startsWith(OPENS))
                .map(option -> option.substring(OPENS.length(), option.indexOf('=', OPENS.length())))
                .filter(modulePackage -> !isOpen(modulePackage))
                .findFirst();
    }

    private static boolean isOpen(String modulePackage) {
        String[] parts = modulePackage.split("/");
        return ModuleLayer.boot()
                .findModule(parts[0])
                // A package that this JDK no longer has can't be missed.
                .map(module -> !module.getPackages().contains(parts[1])
                        || module.isOpen(parts[1], JvmOptions.class.getModule()))
                .orElse(true);
    }
}
