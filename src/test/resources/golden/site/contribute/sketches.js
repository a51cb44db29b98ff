window.playbookSketches = [["know-your-role","21eb422b7c207405036aed266ba5307b28eb25161d7c10f6ffc76ba8c33e2bb0dd413dce33ffdf25"],["pause-first",""],["somebody-write-me",""]];
