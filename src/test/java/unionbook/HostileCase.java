package unionbook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The cases of hostile-inputs.yaml that a test method proves. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface HostileCase {

	/** Their ids, such as {@code LOG-05}. */
	String[] value();

}
