// Ways on which a text goes off: to the page of the repository's host that adds it, in a mail, to the clipboard, to the disk. What is
// too long for an address is left out of it, and then the sender pastes it.
window.playbookSend = (() => {
  "use strict";

  // GitHub refuses longer addresses; mail programs refuse them sooner.
  const LONGEST_TEXT = 6 * 1024;
  const LONGEST_ADDRESS = 8000;
  const LONGEST_MAIL = 2000;

  const query = (text) => encodeURIComponent(text).replace(/%20/g, "+");

  function address(short, whole, text, longest) {
    const fits = new TextEncoder().encode(text).length <= LONGEST_TEXT && whole.length <= longest;
    return { href: fits ? whole : short, whole: fits };
  }

  return {
    // The page on which a file is added, the address of a name and the parameter of a text.
    host(page, parameter, name, text) {
      const short = page + query(name);
      return address(short, short + parameter + query(text), text, LONGEST_ADDRESS);
    },
    // A mail with the file's path and its text, or with what is said in its stead.
    mail(to, subject, path, text, instead) {
      const mail = (body) => `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`${path}\n\n${body}`).replace(/%0A/g, "%0D%0A")}`;
      return address(mail(instead), mail(text), text, LONGEST_MAIL);
    },
    // A browser may refuse, or have no clipboard for a page on a disk.
    copy: async (text) => navigator.clipboard.writeText(text),
    save(name, text) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    }
  };
})();
