package fanweb;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/**
 * The map in {@code fanweb}'s package-info as rules. Each takes the root package it holds for, so
 * that it can be tried on fixtures.
 */
enum ArchitectureRule {
  /** Features see each other, and the platform, only along the map's arrows. */
  ARROWS(root -> noDependency(root, (from, to) -> !from.maySee(to))),

  /** Of another feature, and of the platform, the root package only. */
  ROOT_PACKAGE_IS_THE_API(
      root ->
          noDependency(
              root, (from, to) -> !from.isWiring() && !from.sharesFeatureWith(to) && !to.isRoot())),

  ROOT_KNOWS_NO_ADAPTER(
      root ->
          noDependency(
              root, (from, to) -> from.isRoot() && from.sharesFeatureWith(to) && !to.isRoot())),

  ADAPTERS_ARE_STRANGERS(root -> noDependency(root, Place::isStrangerTo)),

  /** Only a class whose work it is to register a feature's entities sees the back office. */
  ADMIN_IS_FOR_REGISTRATIONS(
      root ->
          noClasses()
              .that(are(in(root, place -> place.isFeature() && !place.feature().equals("admin"))))
              .and()
              .haveSimpleNameNotEndingWith("Registration")
              .should()
              .dependOnClassesThat()
              .resideInAPackage(root + ".admin..")),

  NO_CYCLES(root -> slices().matching(root + ".(**)").should().beFreeOfCycles()),

  /** A list of what is allowed: the next technology is a stranger too. */
  ROOTS_ARE_PURE(
      root ->
          classes()
              .that(are(in(root, place -> place.isFeature() && place.isRoot())))
              .should()
              .onlyDependOnClassesThat(are(pure(root)))),

  TECHNOLOGY_STAYS_IN_ITS_ADAPTER(
      root ->
          classes()
              .that(are(in(root, Place::isFeature)))
              .should(onlyUseTheTechnologyTheyAreNamedAfter(root))),

  NO_SERVER_INTERNALS(
      root ->
          noClasses()
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(
                  "io.undertow..",
                  "org.jboss..",
                  "org.wildfly..",
                  "org.xnio..",
                  "org.glassfish..",
                  "org.apache.catalina..",
                  "fish.payara..",
                  "com.sun..",
                  "sun..")),

  /** Threads belong to the server; a process of our own may have some. */
  NO_OWN_THREADS(
      root ->
          noClasses()
              .that()
              .resideOutsideOfPackages(root + ".manage..", root + ".platform.launch..")
              .should()
              .dependOnClassesThat()
              .belongToAnyOf(Executors.class, Timer.class)
              .orShould()
              .accessTargetWhere(creates(Thread.class))),

  /** Clocks, ids and random numbers come through constructors, so that tests can hold them. */
  TIME_AND_CHANCE_COME_FROM_OUTSIDE(
      root ->
          noClasses()
              .that(are(in(root, place -> place.isFeature() && place.isRoot())))
              .should()
              .accessTargetWhere(creates(RandomGenerator.class).or(readsTheWorld()))),

  NO_STATIC_VARIABLES(
      root ->
          fields()
              .that()
              .areDeclaredInClassesThat()
              .resideInAPackage(root + "..")
              .and()
              .areStatic()
              .should()
              .beFinal()),

  NAMES_SAY_WHAT(
      root ->
          noClasses()
              .should()
              .haveNameMatching(".*[.$](Abstract[^.$]*|[^.$]*(Impl|Utils?|Helper|Manager))")),

  FINAL_UNLESS_PROXIED(
      root ->
          classes()
              .that(are(not(proxied())))
              .and()
              .doNotHaveModifier(JavaModifier.ABSTRACT)
              .and()
              .areNotEnums()
              .and()
              .areNotAnonymousClasses()
              .should()
              .haveModifier(JavaModifier.FINAL)),

  NULL_MARKED(
      root ->
          classes()
              .that()
              .doNotHaveSimpleName("package-info")
              .should(
                  be(
                      describe(
                          "in a package marked @NullMarked",
                          type -> type.getPackage().isAnnotatedWith(NullMarked.class)))));

  /** What the server subclasses or creates by reflection. */
  private static final Set<String> PROXIED =
      Set.of(
          "jakarta.enterprise.context.NormalScope",
          "jakarta.persistence.Entity",
          "jakarta.persistence.Embeddable",
          "jakarta.persistence.MappedSuperclass",
          "jakarta.websocket.server.ServerEndpoint",
          "jakarta.interceptor.InterceptorBinding",
          // Given a scope by RESTEasy when they name none.
          "jakarta.ws.rs.ApplicationPath",
          "jakarta.ws.rs.Path",
          "jakarta.ws.rs.ext.Provider");

  private static final Map<String, String> ADAPTER_OF =
      Map.of(
          "jakarta.websocket", "ws",
          "jakarta.ws.rs", "rest",
          "jakarta.persistence", "jpa",
          "org.hibernate", "jpa",
          "redis.clients", "redis");

  private static final Pattern WORLD =
      Pattern.compile(
          "java\\.time\\.\\w+\\.now\\(\\)"
              + "|java\\.time\\.Clock\\.(system|tick).*"
              + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(\\)"
              + "|java\\.lang\\.Math\\.random\\(\\)"
              + "|java\\.util\\.UUID\\.randomUUID\\(\\)"
              + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(\\)");

  @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
  private final Function<String, ArchRule> rule;

  ArchitectureRule(Function<String, ArchRule> rule) {
    this.rule = rule;
  }

  /** The rule for everything under a root package; a feature that is yet to come breaks nothing. */
  ArchRule in(String root) {
    return rule.apply(root).as(name()).allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> in(String root, Predicate<Place> condition) {
    return describe("in such a place", type -> Place.of(type, root).filter(condition).isPresent());
  }

  private static DescribedPredicate<JavaClass> pure(String root) {
    return describe(
        "pure Java",
        type ->
            type.getBaseComponentType().isPrimitive()
                || resideInAnyPackage(
                        root + "..",
                        "java..",
                        "org.jspecify.annotations..",
                        "io.github.bucket4j..",
                        "io.prometheus.metrics..")
                    .and(not(resideInAnyPackage("java.sql..", "java.awt..")))
                    .test(type.getBaseComponentType()));
  }

  private static DescribedPredicate<JavaClass> proxied() {
    return describe(
        "proxied",
        type ->
            PROXIED.stream()
                .anyMatch(name -> type.isAnnotatedWith(name) || type.isMetaAnnotatedWith(name)));
  }

  private static DescribedPredicate<JavaAccess<?>> creates(Class<?> kind) {
    return describe(
        "makes a " + kind.getSimpleName(),
        access ->
            access.getTarget().getName().equals("<init>")
                && access.getTargetOwner().isAssignableTo(kind));
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheWorld() {
    return describe(
        "reads the world", access -> WORLD.matcher(access.getTarget().getFullName()).matches());
  }

  private static ArchRule noDependency(String root, BiPredicate<Place, Place> forbidden) {
    return classes()
        .should(
            new DependencyCondition(
                dependency -> {
                  Optional<Place> from = Place.of(dependency.getOriginClass(), root);
                  Optional<Place> to = Place.of(dependency.getTargetClass(), root);
                  return from.isPresent() && to.isPresent() && forbidden.test(from.get(), to.get());
                }));
  }

  private static ArchCondition<JavaClass> onlyUseTheTechnologyTheyAreNamedAfter(String root) {
    return new DependencyCondition(
        dependency -> {
          String target = dependency.getTargetClass().getName();
          String adapter = Place.of(dependency.getOriginClass(), root).orElseThrow().adapter();
          return ADAPTER_OF.entrySet().stream()
              .filter(technology -> target.startsWith(technology.getKey() + "."))
              .anyMatch(technology -> !technology.getValue().equals(adapter));
        });
  }

  /** Reports each dependency that is forbidden. */
  private static final class DependencyCondition extends ArchCondition<JavaClass> {
    private final Predicate<Dependency> forbidden;

    DependencyCondition(Predicate<Dependency> forbidden) {
      super("have no such dependency");
      this.forbidden = forbidden;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      type.getDirectDependenciesFromSelf().stream()
          .filter(forbidden)
          .map(dependency -> SimpleConditionEvent.violated(type, dependency.getDescription()))
          .forEach(events::add);
    }
  }
}
