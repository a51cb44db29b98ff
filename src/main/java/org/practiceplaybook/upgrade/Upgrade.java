package org.practiceplaybook.upgrade;

import com.github.difflib.DiffUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.report.UnifiedDiff;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.ThemeProblem;
import org.practiceplaybook.theme.WordsRenewal;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.WholeFile;

/**
 * What a newer program brings to the repository of a playbook. Three states of each file decide: as the former program wrote
 * it, as it is here, as the new one would write it. What nobody has touched is renewed; of what replaces a file of the theme
 * the program's changes are merged in, if they touch other lines; all else stays as it is, and the new one is put beside it.
 *
 * @param steps what is done, in the order of the paths; nothing for a file that stays as it is with good reason
 * @param originals of files that this playbook replaces: how the program's own have changed, for a person to read
 */
public record Upgrade(List<Step> steps, List<String> originals) {
    private static final String THEME = "theme/";
    private static final String NEW = ".new";
    private static final String OLD = ".old";
    /** A file that shares fewer of its lines with the program's was not made of it. */
    private static final double COPIED = 0.5;

    /**
     * Says what would be done, and does nothing.
     *
     * @param folder the repository, an absolute path
     * @param base the program that wrote its files; empty where it is not to be had
     * @param now the new one
     * @param version of the new one
     * @param derived files that the new one makes of the content, by path
     */
    public static Upgrade of(
            Path folder, Optional<Bundled.Other> base, Bundled.Other now, String version, Map<String, byte[]> derived) {
        Planned planned = new Planned(folder, base, now, version);
        planned.repository(derived);
        planned.theme();
        planned.steps.sort(Comparator.comparing(Step::path));
        return new Upgrade(List.copyOf(planned.steps), List.copyOf(planned.originals));
    }

    /** The paths of files that something else is put into the place of. */
    public List<String> replaced() {
        return steps.stream()
                .filter(step -> step.kind().replaces())
                .map(Step::path)
                .toList();
    }

    /**
     * Does it, file by file, each whole. Done again after an interruption it does the rest.
     *
     * @param keep are files of somebody's own first kept beside those that they are merged into?
     */
    public void apply(Path folder, boolean keep) {
        for (Step step : steps) {
            Path file = folder.resolve(step.path());
            switch (step.kind()) {
                case LEFT -> {}
                case TAKEN_OUT -> delete(file);
                case MERGED -> {
                    if (keep) {
                        WholeFile.copy(file, free(file));
                    }
                    WholeFile.write(file, step.bytes());
                }
                default -> {
                    WholeFile.write(file, step.bytes());
                    if (step.path().equals("playbook")) {
                        file.toFile().setExecutable(true, false);
                    }
                }
            }
        }
    }

    private static Path free(Path file) {
        Path old = file.resolveSibling(file.getFileName() + OLD);
        for (int i = 2; Files.exists(old); i++) {
            old = file.resolveSibling(file.getFileName() + OLD + "." + i);
        }
        return old;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw MachineRefused.because("take out " + file, e);
        }
    }

    /** Makes the plan. */
    private static final class Planned {
        private final Path folder;
        private final Optional<Bundled.Other> base;
        private final Bundled.Other now;
        private final String version;
        /** That the repository is written in. */
        private final String language;
        /** The paths of what the new program brings. */
        private final Set<String> brought;

        private final List<Step> steps = new ArrayList<>();
        private final List<String> originals = new ArrayList<>();

        Planned(Path folder, Optional<Bundled.Other> base, Bundled.Other now, String version) {
            this.folder = folder;
            this.base = base;
            this.now = now;
            this.version = version;
            this.language = ContentFolder.open(folder.resolve("content")).language();
            this.brought = now.repository(language).keySet();
        }

        void repository(Map<String, byte[]> derived) {
            Map<String, byte[]> before =
                    base.map(found -> found.repository(language)).orElse(Map.of());
            Map<String, byte[]> after = new TreeMap<>(now.repository(language));
            after.putAll(derived);
            TreeSet<String> paths = new TreeSet<>(after.keySet());
            paths.addAll(before.keySet());
            for (String path : paths) {
                Path file = folder.resolve(path).normalize();
                byte[] was = before.get(path);
                byte[] is = after.get(path);
                if (!file.startsWith(folder.normalize())) {
                    continue; // no name of ours
                }
                if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    if (is != null && was == null && base.isPresent()) {
                        steps.add(new Step(Step.Kind.NEW, path, is, "comes with " + version));
                    } else if (is != null && !same(was, is)) {
                        absent(path, is);
                    }
                    continue;
                }
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    steps.add(Step.left(path, "it is a folder or a link here"));
                    continue;
                }
                byte[] here = read(file);
                if (is == null) {
                    gone(path, was, here);
                } else if (!same(here, is) && !same(was, is)) {
                    if (same(here, was) || derived.containsKey(path)) {
                        steps.add(new Step(Step.Kind.RENEWED, path, is, ""));
                    } else {
                        beside(path, is, changedHere());
                    }
                } else if (!same(here, is) && derived.containsKey(path)) {
                    steps.add(new Step(Step.Kind.RENEWED, path, is, ""));
                }
            }
        }

        private void absent(String path, byte[] is) {
            if (base.isPresent()) {
                steps.add(Step.left(path, "it was taken out here and has changed in " + version));
            } else {
                steps.add(new Step(Step.Kind.NEW, path, is, "comes with " + version));
            }
        }

        private String changedHere() {
            return base.isPresent()
                    ? "it was changed here and in " + version
                    : "it is not as in " + version + ", and how it was before is not known";
        }

        private void gone(String path, byte[] was, byte[] here) {
            if (same(here, was)) {
                steps.add(new Step(Step.Kind.TAKEN_OUT, path, new byte[0], "nothing of " + version + " needs it"));
            } else {
                steps.add(Step.left(path, "nothing of " + version + " needs it; it was changed here"));
            }
        }

        /** Puts the new one beside a file, unless another one waits there already. */
        private void beside(String path, byte[] bytes, String why) {
            Path place = folder.resolve(path + NEW);
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) || !same(read(place), bytes)) {
                    steps.add(Step.left(path, why + "; a file " + path + NEW + " waits already: look at it first"));
                } else {
                    steps.add(Step.left(path, why + "; the new one waits as " + path + NEW));
                }
                return;
            }
            steps.add(new Step(Step.Kind.BESIDE, path + NEW, bytes, why));
        }

        void theme() {
            for (String path : own()) {
                String name = path.substring(THEME.length());
                byte[] is = now.theme().get(name);
                byte[] was = base.map(found -> found.theme().get(name)).orElse(null);
                byte[] here = read(folder.resolve(path));
                if (is == null && was != null) {
                    steps.add(Step.left(path, version + " has no file of this name, so it may do nothing now"));
                } else if (is != null && !same(here, is)) {
                    if (base.isEmpty()) {
                        beside(path, is, changedHere());
                    } else if (was == null) {
                        beside(path, is, version + " has a file of this name now, which this one replaces");
                    } else if (!same(was, is)) {
                        overridden(path, was, here, is);
                    }
                }
            }
        }

        private void overridden(String path, byte[] was, byte[] here, byte[] is) {
            String name = path.substring(THEME.length());
            if (same(here, was)) {
                steps.add(new Step(Step.Kind.RENEWED, path, is, "a copy that nobody changed"));
                return;
            }
            Optional<String> base = text(was);
            Optional<String> own = text(here);
            Optional<String> other = text(is);
            if (base.isEmpty() || own.isEmpty() || other.isEmpty()) {
                beside(path, is, changedHere());
                return;
            }
            if (WordsRenewal.isWords(name)) {
                words(path, was, here, is);
                return;
            }
            originals.add(UnifiedDiff.of("the program's " + path, base.get(), other.get()));
            if (shared(base.get(), own.get()) < COPIED) {
                steps.add(Step.left(path, "it is no copy; read below what has changed in the program's own"));
                return;
            }
            ThreeWayMerge merge =
                    ThreeWayMerge.of(base.get(), own.get(), other.get(), "as it is here", "as it is in " + version);
            byte[] merged = merge.text().getBytes(StandardCharsets.UTF_8);
            if (merge.conflicts() > 0) {
                beside(
                        path,
                        merged,
                        "the same lines were changed here and in " + version + " at " + merge.conflicts()
                                + (merge.conflicts() == 1 ? " place" : " places")
                                + ", where both stand between marks");
            } else if (!same(merged, here)) {
                steps.add(new Step(
                        Step.Kind.MERGED, path, merged, "your changes and those of " + version + " touch other lines"));
            }
        }

        private void words(String path, byte[] was, byte[] here, byte[] is) {
            try {
                WordsRenewal renewal = WordsRenewal.of(path.substring(THEME.length()), was, here, is);
                if (!same(renewal.bytes(), here)) {
                    steps.add(new Step(
                            Step.Kind.MERGED, path, renewal.bytes(), "words that you had as the program had them"));
                }
                if (!renewal.open().isEmpty()) {
                    steps.add(Step.left(path, "words that you say otherwise have changed; they stand below"));
                    originals.add("The program's " + path + ":\n  " + String.join("\n  ", renewal.open()) + "\n");
                }
            } catch (ThemeProblem problem) {
                beside(path, is, "it cannot be read (" + problem.getMessage() + ")");
            }
        }

        /** The files that this playbook has of a theme, but for those that the repository brings. */
        private List<String> own() {
            Path theme = folder.resolve(THEME);
            if (!Files.isDirectory(theme, LinkOption.NOFOLLOW_LINKS)) {
                return List.of();
            }
            try (Stream<Path> walk = Files.walk(theme)) {
                return walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .filter(path -> !brought.contains(path))
                        .sorted()
                        .toList();
            } catch (IOException | UncheckedIOException e) {
                throw new MachineRefused("could not read the folder theme: " + e.getMessage());
            }
        }

        /** How much of one text stands in another one, from 0 to 1. */
        private static double shared(String base, String own) {
            List<String> lines = base.lines().toList();
            int gone = DiffUtils.diff(lines, own.lines().toList()).getDeltas().stream()
                    .mapToInt(delta -> delta.getSource().size())
                    .sum();
            return lines.isEmpty() ? 0 : 1 - (double) gone / lines.size();
        }

        private static byte[] read(Path file) {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw MachineRefused.because("read " + file, e);
            }
        }

        /** Git may write line ends otherwise. */
        private static boolean same(byte[] one, byte[] other) {
            return one != null
                    && other != null
                    && (Arrays.equals(one, other)
                            || text(one).map(Planned::plain).equals(text(other).map(Planned::plain))
                                    && text(one).isPresent());
        }

        private static String plain(String text) {
            return text.replace("\r\n", "\n");
        }

        private static Optional<String> text(byte[] bytes) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
            } catch (CharacterCodingException e) {
                return Optional.empty();
            }
        }
    }
}
