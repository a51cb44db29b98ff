package org.practiceplaybook.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practiceplaybook.form.Judge;

/** The house stays as it was laid out: imports run one way, each library lives in one room, nothing is global. */
class ArchitectureTest {
    private static final String HOUSE = "org.practiceplaybook.";

    /** From the ground up: a room may use those before it, never those after it. */
    private static final List<String> ROOMS = List.of(
            "source",
            "work",
            "yaml",
            "markdown.parser",
            "markdown",
            "xml",
            "history",
            "content.value",
            "content.asset",
            "content",
            "importer",
            "library",
            "check",
            "theme",
            "picture",
            "text",
            "schema",
            "search",
            "report",
            "page",
            "editor",
            "card",
            "form",
            "script",
            "output",
            "review",
            "publish",
            "pack",
            "upgrade",
            "serve",
            "cli");

    private static final long LARGEST_ROOM = 40;

    private static final Map<String, String> ONLY_ROOM_OF = Map.ofEntries(
            Map.entry("com.vladsch.flexmark..", "markdown"),
            Map.entry("org.jsoup..", "markdown"),
            Map.entry("org.fife..", "markdown"),
            Map.entry("org.snakeyaml..", "yaml"),
            Map.entry("io.pebbletemplates..", "theme"),
            Map.entry("org.apache.lucene..", "search"),
            Map.entry("org.tartarus..", "search"),
            Map.entry("org.apache.commons.cli..", "cli"),
            Map.entry("com.github.difflib..", "report review upgrade"),
            Map.entry("java.net.http..", "upgrade"),
            Map.entry("com.sun.net.httpserver..", "serve"),
            Map.entry("org.teavm..", "script"),
            Map.entry("io.nayuki..", "card"),
            Map.entry("org.brotli..", "card"),
            Map.entry("org.xml.sax..", "xml"),
            Map.entry("javax.xml..", "xml"),
            Map.entry("javax.imageio..", "picture"),
            Map.entry("java.awt..", "picture"));

    /** What a browser does not have, or does not need to judge one text. */
    private static final List<String> NOT_IN_A_BROWSER = List.of(
            "org.jsoup.",
            "org.fife.",
            "org.apache.lucene.",
            "com.github.difflib.",
            "javax.",
            "java.io.File",
            "java.nio.file.Files",
            "java.lang.Thread",
            "java.lang.Process",
            "java.util.concurrent.Executor",
            "java.time.Clock",
            "java.time.Instant");

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);

    static List<String> rooms() {
        return ROOMS;
    }

    static List<Map.Entry<String, String>> libraries() {
        return List.copyOf(ONLY_ROOM_OF.entrySet());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void importsRunOneWay(String room) {
        List<String> later = ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size());
        if (!later.isEmpty()) {
            noClasses()
                    .that()
                    .resideInAPackage(HOUSE + room)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later.stream().map(name -> HOUSE + name).toArray(String[]::new))
                    .check(CLASSES);
        }
    }

    @Test
    void everyClassIsInARoom() {
        classes()
                .should()
                .resideInAnyPackage(ROOMS.stream().map(name -> HOUSE + name).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void noTwoRoomsShareTheNameOfAClass() {
        assertThat(topLevelClasses().map(JavaClass::getSimpleName).filter(name -> !name.equals("package-info")))
                .doesNotHaveDuplicates();
    }

    @Test
    void noRoomIsLargerThanItsNameCanSay() {
        assertThat(topLevelClasses().collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting())))
                .allSatisfy((room, files) -> assertThat(files).as(room).isLessThanOrEqualTo(LARGEST_ROOM));
    }

    private static Stream<JavaClass> topLevelClasses() {
        return CLASSES.stream().filter(JavaClass::isTopLevelClass);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void eachLibraryLivesInOneRoom(Map.Entry<String, String> library) {
        noClasses()
                .that()
                .resideOutsideOfPackages(Stream.of(library.getValue().split(" "))
                        .map(room -> HOUSE + room + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library.getKey())
                .check(CLASSES);
    }

    /** A machine set to Turkish has another small letter for I. */
    @Test
    void lettersBecomeSmallOrCapitalAlikeOnEveryMachine() {
        noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .check(CLASSES);
    }

    @Test
    void nothingIsGlobal() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .check(CLASSES);
    }

    @Test
    void noClockAndNoChanceBelowTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(HOUSE + "cli", HOUSE + "serve")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(CLASSES);
    }

    @Test
    void whatJudgesATextKnowsNoFilesThreadsOrClock() {
        Set<String> seen = new HashSet<>(Set.of(Judge.class.getName()));
        Deque<String> next = new ArrayDeque<>(seen);
        List<String> refused = new ArrayList<>();
        while (!next.isEmpty()) {
            String ours = next.pop();
            CLASSES.get(ours).getDirectDependenciesFromSelf().forEach(dependency -> {
                String used = dependency.getTargetClass().getName();
                if (NOT_IN_A_BROWSER.stream().anyMatch(used::startsWith)) {
                    refused.add(ours + " -> " + used);
                } else if (used.startsWith(HOUSE) && seen.add(used)) {
                    next.push(used);
                }
            });
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void nothingOfTheProgramUsesTheScriptOfTheJudge() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + "script")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HOUSE + "script")
                .check(CLASSES);
    }

    @Test
    void onlyTheThemeAndTheMarksOfADiffCallMarkupRendered() {
        methods()
                .that()
                .areDeclaredIn(org.practiceplaybook.markdown.Html.class)
                .and()
                .haveName("rendered")
                .should()
                .onlyBeCalled()
                .byClassesThat()
                .haveNameMatching("org\\.practiceplaybook\\.(theme\\..*|review\\.WordDiff.*)")
                .check(CLASSES);
    }

    @Test
    void onlyGitTheBrowserThatPrintsAndAnotherVersionAreStarted() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(HOUSE + "history.Git")
                .and()
                .doNotHaveFullyQualifiedName(HOUSE + "pack.PrintingBrowser")
                .and()
                .doNotHaveFullyQualifiedName(HOUSE + "upgrade.NewProgram")
                .should()
                .callConstructor(ProcessBuilder.class, String[].class)
                .orShould()
                .callConstructor(ProcessBuilder.class, List.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("exec")))
                .check(CLASSES);
    }
}
