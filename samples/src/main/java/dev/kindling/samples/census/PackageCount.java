package dev.kindling.samples.census;

import java.io.Serializable;

/**
 * What one package of a JDK holds.
 *
 * <pre>{@code
 * var java = new PackageCount("java.lang", 250, 1_400_000, 4_200).plus(new PackageCount("java.util", 370, 1_300_000, 5_600));
 * }</pre>
 *
 * @param name the package, with dots
 * @param classes class files
 * @param bytes their size in bytes
 * @param methods methods and constructors, static initialisers included
 */
public record PackageCount(String name, long classes, long bytes, long methods) implements Serializable {
    /** The sum of both, under this one's name. */
    public PackageCount plus(PackageCount other) {
        return new PackageCount(name, classes + other.classes, bytes + other.bytes, methods + other.methods);
    }
}
