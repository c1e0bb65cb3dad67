package cn.jinshan.chronicle.start;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;

/** Condition for what acts by itself at a start, or follows what others do: it is not there for a {@link Command}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnMissingBean(GivenCommand.class)
public @interface WhileServing {}
