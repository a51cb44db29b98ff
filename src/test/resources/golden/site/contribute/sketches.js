window.playbookSketches = [["know-your-role","68ab927a6def6d6fcc2615dbc8888f9d07f3f981626f0498ab961de4b48cc2e2e8bee1e1967f4c90"],["pause-first",""],["somebody-write-me",""]];
