package unionbook.access;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import unionbook.platform.CurrentActor;

/** The page where one signs in. */
@Controller
class SignInController {

	@GetMapping("/login")
	String signIn() {
		return CurrentActor.find().isPresent() ? "redirect:/" : "access/login";
	}

}
