package org.practiceplaybook.importer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.TextReader;
import org.practiceplaybook.content.asset.AssetReader;
import org.practiceplaybook.source.Characters;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Sha256;
import org.practiceplaybook.yaml.FlowText;
import org.practiceplaybook.yaml.JsonReader;

/**
 * The {@code library.json} of a playbook's site, which becomes the same library again: its texts letter by letter, its
 * settings, and the files beside it. Nothing is believed of it: a path that is none of a content folder is left out.
 */
public final class OwnLibrary {
    /** What the file is called. */
    public static final String NAME = "library.json";

    private static final String GLOSSARY = "glossary.yml";
    private static final String SETTINGS = PlaybookSettings.FILE;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z_]*");

    private final Path site;
    private final Path content;
    private final List<Import.NewFile> files = new ArrayList<>();
    private final List<Diagnostic> told = new ArrayList<>();
    private final Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private OwnLibrary(Path site, Path content) {
        this.site = site;
        this.content = content;
    }

    /**
     * Makes the plan; nothing is written.
     *
     * @param json the file, in the site that it was published with
     * @return nothing where it is not the file of a library
     */
    public static Optional<Import> read(Path json, Path content) {
        String text;
        try (InputStream in = Files.newInputStream(json)) {
            byte[] bytes = in.readNBytes(JsonReader.LONGEST);
            text = new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw MachineRefused.because("read " + json, e);
        }
        return JsonReader.read(text)
                .filter(Map.class::isInstance)
                .map(all -> (Map<?, ?>) all)
                .filter(all -> Integer.valueOf(1).equals(all.get("format")))
                .map(all -> new OwnLibrary(json.toAbsolutePath().getParent(), content).plan(all));
    }

    private Import plan(Map<?, ?> all) {
        if (all.get("settings") instanceof Map<?, ?> settings) {
            add(SETTINGS, settings(settings));
        }
        for (String kind : List.of("practices", "attempts", "pathways", "pages")) {
            for (Map<?, ?> entry : parts(all, kind)) {
                String path = text(entry, "file");
                if (isFit(path) && !TextReader.slug(path).isEmpty()) {
                    add(path, text(entry, "frontMatter") + text(entry, "body"));
                } else {
                    leaveOut(path, "no text of the playbook has such a path");
                }
            }
        }
        for (Map<?, ?> data : parts(all, "data")) {
            String path = text(data, "file");
            if (path.equals(GLOSSARY) || Taxonomy.keyOf(path).isPresent() && isFit(path)) {
                add(path, text(data, "content"));
            } else {
                leaveOut(path, "the playbook has no such file of terms or words");
            }
        }
        parts(all, "files").forEach(this::copy);
        return new Import(files, told, List.of(), List.of(), Map.of(), Map.of());
    }

    private void add(String path, String text) {
        if (!taken.add(path)) {
            leaveOut(path, "another file has this path");
            return;
        }
        files.add(new Import.NewFile(path, NAME, Optional.of(text), Optional.empty(), isThere(path)));
    }

    private void copy(Map<?, ?> file) {
        String path = text(file, "file");
        String from = text(file, "path");
        if (!isFit(path) || !AssetReader.isAllowed(path) || !isFit(from)) {
            leaveOut(path, "the playbook publishes no such file");
            return;
        }
        Path source = site.resolve(from);
        if (!liesBeside(source)) {
            leaveOut(path, "it is not beside " + NAME + ", where it should be: " + from);
        } else if (!sha256(source).equals(text(file, "sha256"))) {
            leaveOut(path, "it was changed since " + NAME + " was written");
        } else if (!taken.add(path)) {
            leaveOut(path, "another file has this path");
        } else {
            files.add(new Import.NewFile(path, from, Optional.empty(), Optional.of(source), isThere(path)));
        }
    }

    /** A link on disk is not followed, in no part of the way. */
    private boolean liesBeside(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && file.toRealPath().startsWith(site.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /** A path that stays below its folder on every system. */
    private static boolean isFit(String path) {
        return !path.isEmpty()
                && path.codePoints().allMatch(Characters::isAllowedInName)
                && Stream.of(path.split("/", -1))
                        .noneMatch(
                                part -> part.isEmpty() || part.startsWith(".") || part.matches(".*[\\\\:*?\"<>|].*"));
    }

    private boolean isThere(String path) {
        return Files.exists(content.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    private void leaveOut(String path, String why) {
        told.add(Diagnostic.of(
                RuleCode.LEFT_OUT, SourceFile.unread(NAME).whole(), "left out: \"" + path + "\": " + why));
    }

    /** JSON on a line for each key, which YAML is a superset of. */
    private static String settings(Map<?, ?> values) {
        StringBuilder lines = new StringBuilder();
        values.forEach((key, value) -> {
            if (KEY.matcher(String.valueOf(key)).matches()) {
                lines.append(key).append(": ").append(FlowText.of(value)).append('\n');
            }
        });
        return lines.toString();
    }

    private static List<Map<?, ?>> parts(Map<?, ?> all, String name) {
        List<Map<?, ?>> parts = new ArrayList<>();
        if (all.get(name) instanceof List<?> list) {
            list.stream().filter(Map.class::isInstance).forEach(one -> parts.add((Map<?, ?>) one));
        }
        return parts;
    }

    private static String text(Map<?, ?> part, String name) {
        return part.get(name) instanceof String text ? text : "";
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            return "";
        }
    }
}
