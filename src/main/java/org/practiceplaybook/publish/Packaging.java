package org.practiceplaybook.publish;

import java.io.IOException;
import java.io.OutputStream;

/** Makes one file of all files of a site, to be carried to where there is no network. The same site gives the same bytes. */
public interface Packaging {
    /** Writes the file, from its first byte to its last. */
    void write(Publication site, OutputStream out) throws IOException;
}
