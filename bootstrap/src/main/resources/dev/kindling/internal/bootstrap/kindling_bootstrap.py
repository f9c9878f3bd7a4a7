"""The main file of a Python driver whose program was shipped: fetches its files and begins the program.

Arguments: --main URI [--py-file URI]... [--jar URI]... [--file URI]... -- the program's own
"""

import hashlib
import os
import re
import runpy
import shutil
import sys
import tempfile

from pyspark import SparkContext

IN_IMAGE = "local:"


def parse(words):
    order = {"--main": [], "--py-file": [], "--jar": [], "--file": []}
    end = words.index("--")
    for option, value in zip(words[0:end:2], words[1:end:2]):
        order[option].append(value)
    return order, words[end + 1:]


class Store:
    """Hadoop's file systems, through the JVM that is there before a SparkContext is."""

    def __init__(self, jvm, folder):
        self.jvm = jvm
        self.folder = folder
        self.settings = jvm.org.apache.hadoop.conf.Configuration()
        properties = jvm.java.lang.System.getProperties()
        for name in properties.stringPropertyNames():
            if name.startswith("spark.hadoop."):
                self.settings.set(name[len("spark.hadoop."):], properties.getProperty(name))

    def fetch(self, uri):
        if uri.startswith(IN_IMAGE):
            return re.sub("^//", "", uri[len(IN_IMAGE):])
        parts = uri.split("/")
        copy = os.path.join(self.folder, parts[-2], parts[-1])
        os.makedirs(os.path.dirname(copy), exist_ok=True)
        source = self.jvm.org.apache.hadoop.fs.Path(uri)
        source.getFileSystem(self.settings).copyToLocalFile(False, source, self.jvm.org.apache.hadoop.fs.Path(copy), True)
        require(uri, parts[-2], copy)
        return copy


def require(uri, named, copy):
    if not re.fullmatch("[0-9a-f]{64}", named):
        return
    digest = hashlib.sha256()
    with open(copy, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    if digest.hexdigest() != named:
        raise RuntimeError(
            uri + " is not what was shipped: the SHA-256 of its content is " + digest.hexdigest()
            + ". Somebody has changed it; delete it and submit the application again, which brings it anew")


def add(system, key, paths):
    said = [text for text in [system.getProperty(key)] if text]
    if said or paths:
        system.setProperty(key, ",".join(said + paths))


def begin(words):
    order, arguments = parse(words)
    SparkContext._ensure_initialized()
    jvm = SparkContext._jvm
    folder = tempfile.mkdtemp(prefix="kindling-code-")
    try:
        store = Store(jvm, folder)
        fetched = {option: [store.fetch(uri) for uri in uris] for option, uris in order.items()}
        loader = jvm.java.lang.Thread.currentThread().getContextClassLoader()
        for jar in fetched["--jar"]:
            loader.addURL(jvm.java.io.File(jar).toURI().toURL())
        system = jvm.java.lang.System
        add(system, "spark.jars", fetched["--jar"])
        add(system, "spark.files", fetched["--file"] + fetched["--py-file"])
        add(system, "spark.submit.pyFiles", fetched["--py-file"])
        sys.path[0:0] = fetched["--py-file"] + [os.path.dirname(path) for path in fetched["--py-file"] if path.endswith(".py")]
        main = fetched["--main"][0]
        sys.path.insert(0, os.path.dirname(main))
        sys.argv = [main] + arguments
        print("kindling: %s begins" % main, file=sys.stderr, flush=True)
        runpy.run_path(main, run_name="__main__")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    begin(sys.argv[1:])
