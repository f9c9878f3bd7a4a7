package dev.kindling.benchmarks;

/** Something that was started. */
interface Started {

    /** Stops it and takes back what it made. */
    void stop() throws InterruptedException;
}
