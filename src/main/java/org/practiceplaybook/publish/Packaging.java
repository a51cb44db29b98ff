package org.practiceplaybook.publish;

import java.io.IOException;
import java.io.OutputStream;
import org.practiceplaybook.work.Workers;

/**
 * Makes one file of all files of a site, to be carried to where there is no network. The same site gives the same bytes, at
 * any number of threads.
 */
public interface Packaging {
    /**
     * Writes the file, from its first byte to its last, and proves before that what is in it.
     *
     * @throws org.practiceplaybook.theme.ThemeProblem where something in it would not work
     */
    void write(Publication site, Workers workers, OutputStream out) throws IOException;
}
