package unionbook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the cases of hostile input a test plays. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface HostileCase {

	/**
	 * The ids of the cases.
	 * @return at least one id such as IMP-01
	 */
	String[] value();

}
