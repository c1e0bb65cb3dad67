package cn.jinshan.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.util.ClassUtils;

/** Queries are parsed by Hibernate alone: what else would have to be understood of them, they say themselves. */
class QueriesTest {

    static Stream<Method> queries() {
        var repositories = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition found) {
                return found.getMetadata().isInterface();
            }
        };
        repositories.addIncludeFilter(new AssignableTypeFilter(Repository.class));
        return repositories.findCandidateComponents(QueriesTest.class.getPackageName()).stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(repository -> Arrays.stream(repository.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Query.class)
                        && answered(method).isRecord());
    }

    private static Class<?> answered(Method method) {
        var answer = ResolvableType.forMethodReturnType(method);
        return answer.hasGenerics() ? answer.getGeneric().toClass() : answer.toClass();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void whatAnswersWithRecordsNamesThem(Method method) {
        assertThat(method.getAnnotation(Query.class).value())
                .startsWith("select new " + answered(method).getName() + "(");
    }
}
