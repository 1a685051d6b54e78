package unionbook.platform;

/** The actor sees the thing but may not do this with it. */
public class Forbidden extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
