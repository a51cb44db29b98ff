package org.practiceplaybook.cli;

/** How a command ends. Scripts rely on these numbers. */
final class Exit {
    /** It is done. */
    static final int DONE = 0;
    /** The content has errors, each of which was told; nothing was written unless that was asked for. */
    static final int CONTENT = 1;
    /** The command was used wrongly. */
    static final int USAGE = 2;
    /** The machine said no; the old site is untouched. */
    static final int MACHINE = 3;

    private Exit() {}
}
