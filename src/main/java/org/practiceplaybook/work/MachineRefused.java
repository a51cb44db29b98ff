package org.practiceplaybook.work;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The machine said no: the disk is full, a permission is missing. The message says what a user can do about it. */
public class MachineRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MachineRefused(String message) {
        super(message);
    }

    /**
     * Puts into plain words why a file could not be read or written.
     *
     * @param doing what was tried, as in "write site/index.html"
     */
    public static MachineRefused because(String doing, IOException e) {
        return new MachineRefused("could not " + doing + ": " + reason(e));
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        if (e instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (e instanceof NotDirectoryException || e instanceof FileAlreadyExistsException) {
            return "a file stands where a folder is needed";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return "a folder stands where a file is needed";
        }
        String words = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        if (words == null) {
            return "the disk did not take it";
        }
        if (words.contains("Not a directory")) {
            return "a file stands where a folder is needed";
        }
        return words.contains("No space left") || words.contains("quota") ? "the disk is full" : words;
    }
}
