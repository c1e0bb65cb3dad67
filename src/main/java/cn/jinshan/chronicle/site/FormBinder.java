package cn.jinshan.chronicle.site;

import java.beans.PropertyEditorSupport;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.core.ResolvableType;
import org.springframework.validation.AbstractPropertyBindingResult;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/** Binder that sets the public fields of a {@link Form}; it binds anything else as Spring does. */
public class FormBinder extends ExtendedServletRequestDataBinder {

    public FormBinder(@Nullable Object target, String name) {
        super(target, name);
    }

    @Override
    protected AbstractPropertyBindingResult createBeanPropertyBindingResult() {
        if (!(getTarget() instanceof Form form)) {
            return super.createBeanPropertyBindingResult();
        }
        var result = createDirectFieldBindingResult();
        if (result.getPropertyAccessor() instanceof DirectFieldAccessor fields) {
            // Spring sets this limit for getters and setters only
            fields.setAutoGrowCollectionLimit(getAutoGrowCollectionLimit());
        }
        paths(form.getClass(), "")
                .map(path -> path.replace("[]", ""))
                .distinct()
                .forEach(field -> result.getPropertyAccessor()
                        .registerCustomEditor(String.class, field, new PropertyEditorSupport() {
                            @Override
                            public void setAsText(String typed) {
                                setValue(form.cleaned(field, typed));
                            }
                        }));
        return result;
    }

    /** Only the public fields of a form: Spring would set private ones too, also those of shared constants. */
    @Override
    protected boolean isAllowed(String field) {
        return getTarget() instanceof Form form
                ? paths(form.getClass(), "").anyMatch(field.replaceAll("\\[[^\\[]*]", "[]")::equals)
                : super.isAllowed(field);
    }

    private static Stream<String> paths(Class<?> form, String prefix) {
        return Stream.of(form.getFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .flatMap(field -> {
                    var path = prefix + field.getName();
                    if (Map.class.isAssignableFrom(field.getType())) {
                        return Stream.of(path + "[]");
                    }
                    var element = ResolvableType.forField(field).asCollection().resolveGeneric();
                    if (element != null && Form.class.isAssignableFrom(element)) {
                        return paths(element, path + "[].");
                    }
                    return element == null ? Stream.of(path) : Stream.of(path, path + "[]");
                });
    }
}
