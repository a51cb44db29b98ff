package org.practiceplaybook.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the program itself never asks for is not in it, tests or none. */
class DeadCodeTest {
    private static final Pattern WORD = Pattern.compile("\\w+");
    /** Is called by a browser, or stands in for what its library would call. */
    private static final String OF_BROWSERS = "org.practiceplaybook.script";

    private static final Set<String> OF_THE_LANGUAGE =
            Set.of("main", "values", "valueOf", "toString", "equals", "hashCode");

    /** Shards one by one, and every template whether a page needs it or not. */
    private static final Set<String> FOR_TESTS =
            Set.of("org.practiceplaybook.search.Indexer.apart", "org.practiceplaybook.theme.Theme.compile");

    @Test
    void everyMethodIsCalled() throws IOException {
        Set<String> inTemplates = words("theme/templates", "theme/packaging");
        Set<String> idle = new TreeSet<>();
        ours().flatMap(type -> type.getMethods().stream())
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(method -> !OF_THE_LANGUAGE.contains(method.getName()) && !overrides(method))
                .filter(method -> !inTemplates.contains(method.getName()))
                .filter(method -> method.getAccessesToSelf().stream()
                        .allMatch(access -> access.getOrigin().equals(method)))
                .filter(method -> !isReadWithin(method)
                        && !FOR_TESTS.contains(method.getFullName().replaceFirst("\\(.*", "")))
                .forEach(method -> idle.add(method.getFullName()));
        assertThat(idle).isEmpty();
    }

    @Test
    void everyFieldIsRead() {
        Set<String> idle = new TreeSet<>();
        ours().filter(type -> !type.isRecord() && !type.isEnum())
                .flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                // what javac copies to where it is used
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC)
                        || !field.getRawType().isPrimitive()
                                && !field.getRawType().isEquivalentTo(String.class))
                .filter(field -> field.getAccessesToSelf().stream()
                        .noneMatch(access -> access.getAccessType() == JavaFieldAccess.AccessType.GET))
                .forEach(field -> idle.add(field.getFullName()));
        assertThat(idle).isEmpty();
    }

    private static Stream<JavaClass> ours() {
        return ArchitectureTest.CLASSES.stream()
                .filter(type -> !type.getPackageName().equals(OF_BROWSERS));
    }

    private static boolean overrides(JavaMethod method) {
        return Stream.concat(
                        method.getOwner().getAllRawSuperclasses().stream(),
                        method.getOwner().getAllRawInterfaces().stream())
                .anyMatch(above -> above.tryGetMethod(
                                method.getName(),
                                method.getRawParameterTypes().stream()
                                        .map(JavaClass::getName)
                                        .toArray(String[]::new))
                        .isPresent());
    }

    /** A component of a record that its own methods read. */
    private static boolean isReadWithin(JavaMethod accessor) {
        JavaClass owner = accessor.getOwner();
        // a private one may be a key
        return owner.isRecord() && owner.getModifiers().contains(JavaModifier.PRIVATE)
                || owner.isRecord()
                        && owner.tryGetField(accessor.getName()).map(JavaField::getAccessesToSelf).stream()
                                .flatMap(Set::stream)
                                .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.GET)
                                .map(access -> access.getOrigin())
                                .anyMatch(origin ->
                                        !origin.equals(accessor) && !OF_THE_LANGUAGE.contains(origin.getName()));
    }

    private static Set<String> words(String... folders) throws IOException {
        Set<String> words = new TreeSet<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.toList()) {
                    words.addAll(WORD.matcher(Files.readString(file))
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.toSet()));
                }
            }
        }
        return words;
    }
}
