package org.practiceplaybook.upgrade;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.work.MachineRefused;

/**
 * A version of the program, by the bytes of its jar.
 *
 * @param version as in {@code 1.2.3}
 * @param sum its SHA-256, 64 digits and small letters
 */
public record Program(String version, String sum) {
    /** Names the program that a playbook uses, within its repository. */
    public static final String FILE = ".playbook/program.properties";

    /** A jar that lies in the repository, as the first programs did, without its version in its name. */
    public static final String FIRST_JAR = ".playbook/practice-playbook.jar";

    /** The file of a playbook that waits for its first program. */
    public static final String NONE_YET =
            "# The launcher finds no program yet. Give it one: java -jar practice-playbook.jar upgrade --apply\n"
                    + "program=\n";

    /** A jar's name wherever it is kept by version or sum. */
    static final String JAR = "practice-playbook.jar";

    private static final String USED = "program";
    private static final String BASE = "files";
    private static final String ADDRESS = "address";
    private static final String ON_GITHUB = "/releases/download";

    private static final Pattern LINE = Pattern.compile("([0-9A-Za-z][0-9A-Za-z.+-]*) sha256:([0-9a-f]{64})\\s*");

    /** The program that a line names, without its key. */
    static Optional<Program> of(String line) {
        Matcher named = LINE.matcher(line);
        return named.matches() ? Optional.of(new Program(named.group(1), named.group(2))) : Optional.empty();
    }

    /** The program that a file names as the one in use. */
    public static Optional<Program> used(String text) {
        return value(text, USED).flatMap(Program::of);
    }

    /** Does a file wait for its first program? */
    public static boolean waits(String text) {
        return value(text, USED).filter(String::isEmpty).isPresent();
    }

    /** The program whose files the repository has; where nothing is said of them, the one in use. */
    public static Optional<Program> base(String text) {
        return value(text, BASE).flatMap(Program::of).or(() -> used(text));
    }

    /** Where programs are fetched, if a file says so. */
    public static Optional<String> address(String text) {
        return value(text, ADDRESS).filter(address -> !address.isBlank());
    }

    /** Where a program says that its releases are. */
    public static Optional<String> releases(Properties properties) {
        // one that was built from its sources says nothing
        return Optional.ofNullable(properties.getProperty("releases"))
                .filter(address -> address.matches("https?://.+"));
    }

    /** Where a jar is, seen from where versions are kept. */
    public static String below(String address, String version) {
        return without(address) + "/" + version + "/" + JAR;
    }

    /** Where it is said which version is the newest. */
    public static String latest(String address) {
        String place = without(address);
        // the way of GitHub and Gitea to say it; anywhere else a folder beside the versions
        String newest = place.endsWith(ON_GITHUB)
                ? place.substring(0, place.length() - ON_GITHUB.length()) + "/releases/latest/download"
                : place + "/latest";
        return newest + "/program.properties";
    }

    private static String without(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** What a playbook's file says; empty where there is none. */
    public static String read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw MachineRefused.because("read " + FILE, e);
        }
    }

    /** The line that names this one, as a release publishes it. */
    public String line() {
        return USED + "=" + this.said();
    }

    private String said() {
        return version + " sha256:" + sum;
    }

    /** A new file that names this program, and its files as those of the repository. */
    public String file(Optional<String> address) {
        return "# The program that this playbook uses: its version, and the SHA-256 of its jar. The first line can be raised by a bot\n"
                + "# (.github/renovate.json does it); \"playbook upgrade\" raises it with all that a new version brings.\n"
                + line() + "\n"
                + "# The version whose workflows, launcher and other files this repository has.\n"
                + BASE + "=" + said() + "\n"
                + "# The jar is fetched from here, with VERSION/" + JAR + " behind it; PLAYBOOK_MIRROR goes before.\n"
                + ADDRESS + "=" + address.orElse("") + "\n";
    }

    /**
     * The same file for another program; what else stands in it stays.
     *
     * @param text the file
     * @param before where the former program said that its releases are
     * @param after where this one says it
     */
    public String in(String text, Optional<String> before, Optional<String> after) {
        if (text.isBlank() || waits(text)) {
            return file(after);
        }
        boolean follow = address(text).isEmpty() || address(text).equals(before);
        String renewed = with(with(text, USED, said()), BASE, said());
        return follow && after.isPresent() ? with(renewed, ADDRESS, after.get()) : renewed;
    }

    private static String with(String text, String key, String value) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int at = 0;
        while (at < lines.size() && !lines.get(at).startsWith(key + "=")) {
            at++;
        }
        if (at < lines.size()) {
            lines.set(at, key + "=" + value);
        } else {
            lines.add(key + "=" + value);
        }
        return String.join("\n", lines) + "\n";
    }

    /** Is this one older than another one? */
    public boolean isOlderThan(String other) {
        return compare(version, other) < 0;
    }

    private static int compare(String one, String other) {
        try {
            return ModuleDescriptor.Version.parse(one).compareTo(ModuleDescriptor.Version.parse(other));
        } catch (IllegalArgumentException e) {
            return one.compareTo(other);
        }
    }

    /** The jar's path in a repository that keeps it. */
    public String vendored() {
        return ".playbook/practice-playbook-" + version + ".jar";
    }

    private static Optional<String> value(String text, String key) {
        return text.lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1).strip())
                .findFirst();
    }
}
