package dev.kindling.shell.console.code;

/**
 * A method of a console class.
 *
 * @param owner internal name of the class
 * @param name the method's
 * @param type its descriptor
 * @param surely whether it will be called, not only may be
 */
record CodeRef(String owner, String name, String type, boolean surely) {}
