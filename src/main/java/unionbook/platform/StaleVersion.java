package unionbook.platform;

/** Somebody else saved the same thing in between; nothing was overwritten. */
public class StaleVersion extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
